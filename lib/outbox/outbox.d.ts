import type { Message } from "../core/message.js";
import type { OutgoingMessage } from "../core/webchat.js";
import type { OutboxOptions } from "./outbox-options.js";
/** What is owed to the backend: stored before it is sent, in order, one at a time for the whole browser. */
export declare class Outbox {
    #private;
    constructor(options: OutboxOptions);
    /** Takes up what earlier pages left behind, and what other tabs have changed. */
    start(): Promise<void>;
    /** Shown as pending at once; resolves when it is stored. */
    enqueue(message: OutgoingMessage): Promise<void>;
    /** Tries a failed message again, at its old place. */
    retry(clientId: string): Promise<void>;
    /** Gives a message up. One that is just being sent may have arrived already. */
    discard(clientId: string): Promise<void>;
    /**
     * Another tab has sent it, or the visitor has left: it is no business of this one any more.
     *
     * @param isForGood whether it is not taken up again, even where the storage still has it. @default true
     */
    drop(clientId: string, isForGood?: boolean): void;
    /** The backend is known to have it, e.g. from the cable, although the answer to the send was lost: no further request. */
    acknowledge(answer: Message): void;
    /** The network is back, or the backend: what waits need not wait any longer. */
    kick(): void;
    stop(): void;
    /**
     * The storage is left to others: to the tab that clears it, to the next visitor, who may have written already. But for what
     * was written down here since it was cleared: how one was sent, or that it has failed.
     *
     * @param isCleared whether another tab has just cleared it; else what is there yet may be the same visitor's, under another
     * session, and `start()` takes it up again. @default false
     */
    leave(isCleared?: boolean): void;
    /**
     * Forgets everything, also what only the storage knows by now: what the next visitor writes comes there later. All at
     * once, or the next would go out while one is forgotten, or on a page that is loaded meanwhile.
     */
    clear(): Promise<void>;
}
