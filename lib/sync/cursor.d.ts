import type { Message } from "../core/message.js";
import type { MessagesQuery } from "../core/messages-api.js";
import type { MessagesPage } from "../core/webchat.js";
/**
 * How far one conversation is known without a gap: the last message and the revision to ask from.
 * Moves over what is contiguous only (protocol/README.md, "What the client promises", 3 and 6).
 */
export declare class Cursor {
    #private;
    /** @param revision `null` where the backend knows none; 0 for a conversation nothing is known of */
    constructor(revision: number | null, messages?: readonly Message[]);
    get revision(): number | null;
    /** Whether a catch-up is owed: since the last drop, none has come to its end. */
    get owed(): boolean;
    /** Whether something rendered lies beyond a gap. */
    get hasHole(): boolean;
    /** Where to ask from. */
    get query(): MessagesQuery;
    /** A drop: whatever is broadcast until the next catch-up has ended may have been missed. */
    owe(): void;
    /** A durable frame has come. @returns whether something before it is missing, and no catch-up is owed anyway */
    live(revision: number | null): boolean;
    /** A page of a catch-up has been applied. */
    page(page: MessagesPage): void;
    /** The last page has been applied: nothing is owed any more. */
    settle(): void;
}
