import type { CablechatError } from "../core/errors.js";
import type { Message } from "../core/message.js";
import type { BrowserLock, Clock, Random, RecordStorage } from "../core/ports.js";
import type { OutgoingMessage } from "../core/webchat.js";
import type { OutboxEntry } from "./outbox-entry.js";
export interface OutboxEvents {
    /** How it stands, here or in another tab: it waits to be sent, or has failed with `error`. */
    shown(message: OutgoingMessage, error: CablechatError | null): void;
    /** The backend has it. Told by the one outbox of the browser that was sending it. */
    sent(message: OutgoingMessage, answer: Message): void;
    /** It has just failed, here. */
    failed(message: OutgoingMessage, error: CablechatError): void;
    /** Another tab has sent it, or given it up. */
    gone(clientId: string): void;
    /** Something was stored: other tabs find it by `start()`. */
    stored(): void;
    /** An attempt failed and will be repeated in `inMs`. */
    delayed(error: CablechatError, inMs: number): void;
    /** The browser keeps nothing: a reload would lose what is pending. */
    memoryOnly(cause: unknown): void;
}
export interface OutboxOptions {
    /** `null` keeps nothing anywhere but in memory, as the page has asked for. */
    storage: RecordStorage<OutboxEntry> | null;
    lock: BrowserLock;
    /** One sender for all who use the same name. */
    lockName: string;
    clock: Clock;
    random: Random;
    /**
     * @param keep stores the message as it has changed on its way, e.g. with the id of an upload, for whoever goes on with it. Not
     * after `signal`: it may be given up by then
     */
    send(message: OutgoingMessage, signal: AbortSignal, keep: (changed: OutgoingMessage) => Promise<void>): Promise<Message>;
    events: OutboxEvents;
}
