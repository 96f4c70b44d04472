import type { Message } from "../core/message.js";
import type { OutgoingMessage } from "../core/webchat.js";
/** A message that is owed to the backend, as it is kept across reloads. */
export interface OutboxEntry {
    readonly message: OutgoingMessage;
    /** Its place: wall-clock milliseconds, then a counter for what was written within one. */
    readonly order: readonly [number, number];
    /** Present where it failed for good and waits for "retry" or "delete". */
    readonly failure: {
        readonly code: string;
        readonly text: string;
    } | null;
    /** Present where the backend is known to have it already; never stored. */
    readonly answer?: Message;
}
export declare function compareEntries(a: OutboxEntry, b: OutboxEntry): number;
/** The place after all `entries`, also when the wall clock has jumped back since they were written. */
export declare function orderAfter(entries: readonly OutboxEntry[], wallNow: number): OutboxEntry["order"];
