import type { AuthorType, Message, ShownMessage } from "../core/message.js";
import { type Delta } from "./early-delta.js";
import { type PendingMessage } from "./pending-message.js";
/** `early`: a chunk before it is missing; it is held until that has come. */
export type DeltaResult = "applied" | "duplicate" | "early";
/** What is known of the messages: each once (by id, by client id), in order; those being sent stand last. */
export declare class MessageStore {
    #private;
    /** What history is asked from; `null` where all is known. What comes live from before it has no place yet. */
    oldest: Message | null;
    /** @param own whose messages are "sent" rather than "received" */
    constructor(own: AuthorType);
    /** In the order shown. The same array until something changes. */
    get messages(): readonly ShownMessage[];
    /** Whether the backend has messages before the first one known. */
    get hasMoreBefore(): boolean;
    /** The last one the backend knows. */
    get last(): Message | undefined;
    /** The chunk that has waited longest for one before it; `undefined` where none waits. */
    get gap(): Delta | undefined;
    byId(id: string): ShownMessage | null;
    byClientId(clientId: string): ShownMessage | null;
    /** @returns whether it is new, has changed what was known, or brought nothing */
    upsert(incoming: Message): "inserted" | "changed" | "unchanged";
    /**
     * Takes up a page of history, oldest first. What was known from before a gap goes: it comes again with its neighbours.
     *
     * @param hasMore whether the backend has messages before these
     */
    prepend(messages: readonly Message[], hasMore: boolean): void;
    /** Appends a chunk of a streaming message (protocol/README.md, "The cable", `message.delta`). */
    applyDelta(delta: Delta): DeltaResult;
    /** Shows a message that is being sent, or has failed. One the backend already has is left alone. */
    putPending(pending: PendingMessage): void;
    /** Whether somebody here wants a reply stopped whose end is not known. */
    isStopping(id: string): boolean | undefined;
    /** Somebody here wants a reply stopped, or does not any more. It is forgotten with the reply's end. */
    setStopping(id: string, stopping: boolean): void;
    removePending(clientId: string | null): void;
    /** Forgets what the backend said; what is on its way out stays. */
    clearReceived(): void;
    /** What is shown stays, above all that comes; but nothing of it is known any more. */
    setAside(): void;
    /** Whether a message stands above, of a conversation that cannot be read any more. */
    isPast(message: Message): boolean;
    /** Shows a message of a conversation that cannot be read any more above all that comes, once, in its place. */
    putPast(message: Message): void;
    /** The conversation can be read again: what stands above of it comes with its neighbours now, or as history. */
    takeBack(conversation: string | null | undefined): void;
    clear(): void;
}
