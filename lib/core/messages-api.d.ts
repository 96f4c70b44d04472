import type { Message } from "./message.js";
import type { MessagesPage, OutgoingMessage } from "./webchat.js";
export interface MessagesQuery {
    /** Only what was created after this message. */
    afterId?: string | null;
    /** Only what was created before this message: history. */
    beforeId?: string | null;
    /** Only what was created or changed after this revision. */
    revision?: number | null;
    /** At most so many rows. @default 100, the server's maximum */
    limit?: number;
}
/** The messages of one conversation as one reader may see them: the visitor's side and the agent's have the same. */
export interface MessagesAPI {
    /** @throws CablechatError `unknown_cursor` where `afterId` or `beforeId` is not in the reader's conversation */
    list(query: MessagesQuery, signal?: AbortSignal): Promise<MessagesPage>;
    /** Idempotent by `clientId`. @throws CablechatError */
    send(message: OutgoingMessage, signal?: AbortSignal): Promise<Message>;
}
