import { CablechatError } from "../core/errors.js";
import type { Message } from "../core/message.js";
import type { BrowserLock, Clock, Random, RecordStorage } from "../core/ports.js";
import type { OutgoingMessage } from "../core/webchat.js";
import { type OutboxEntry } from "./outbox-entry.js";
export interface OutboxEvents {
    /** It waits to be sent: new, restored from an earlier page, or to be tried again. */
    pending(message: OutgoingMessage): void;
    sent(message: OutgoingMessage, answer: Message): void;
    failed(message: OutgoingMessage, error: CablechatError): void;
    /** An attempt failed and will be repeated in `inMs`. */
    delayed(error: CablechatError, inMs: number): void;
    /** The browser keeps nothing: a reload would lose what is pending. */
    memoryOnly(cause: unknown): void;
}
export interface OutboxOptions {
    storage: RecordStorage<OutboxEntry>;
    lock: BrowserLock;
    /** One sender for all who use the same name. */
    lockName: string;
    clock: Clock;
    random: Random;
    send(message: OutgoingMessage, signal: AbortSignal): Promise<Message>;
    events: OutboxEvents;
}
/** What is owed to the backend: stored before it is sent, in order, one at a time for the whole browser. */
export declare class Outbox {
    #private;
    constructor(options: OutboxOptions);
    /** Takes up what earlier pages left behind. */
    start(): Promise<void>;
    /** Shown as pending at once; resolves when it is stored. */
    enqueue(message: OutgoingMessage): Promise<void>;
    /** Tries a failed message again, at its old place. */
    retry(clientId: string): Promise<void>;
    /** Gives a message up. One that is just being sent may have arrived already. */
    discard(clientId: string): Promise<void>;
    /** The backend is known to have it, e.g. from the cable, although the answer to the send was lost. */
    acknowledge(answer: Message): Promise<void>;
    /** The network is back, or the backend: what waits need not wait any longer. */
    kick(): void;
    stop(): void;
    /** Forgets everything, also what only the storage knows. All at once, or the next would go out while one is forgotten. */
    clear(): Promise<void>;
}
