import type { CablechatError } from "./errors.js";
/** Who wrote a message. */
export type AuthorType = "visitor" | "agent" | "bot" | "system";
/** Who has written a message. */
export interface Author {
    type: AuthorType;
    id: string | null;
    name: string | null;
    avatarUrl: string | null;
}
/** What the backend says of a message (protocol/README.md, "A message"). */
export type MessageState = "complete" | "streaming" | "cancelled" | "failed" | "deleted";
/** A file that belongs to a message: the backend's, or one that is still to be uploaded. */
export interface Attachment {
    id: string;
    name: string;
    contentType: string;
    sizeBytes: number;
    url: string;
    width: number | null;
    height: number | null;
    /** The file itself, while the message is on its way; `url` is empty then, and `id` until it is uploaded. */
    blob?: Blob;
}
/** Who reacted with what; `by` is an author's type. */
export interface Reaction {
    emoji: string;
    by: string;
    count: number;
}
/** A message as the backend holds it. Immutable: a change is a new object. */
export interface Message {
    readonly id: string;
    readonly clientId: string | null;
    readonly conversation: string | null;
    /** `null` where the backend knows no revisions. */
    readonly revision: number | null;
    readonly author: Author;
    readonly state: MessageState;
    readonly body: string;
    /** While streaming: how many chunks the body holds. */
    readonly chunk: number | null;
    readonly attachments: readonly Attachment[];
    readonly reactions: readonly Reaction[];
    /** RFC 3339, UTC, six fractional digits. */
    readonly createdAt: string;
    readonly editedAt: string | null;
}
/** Where a message of one's own stands on its way out; `null` for everybody else's. */
export type Delivery = "pending" | "failed" | "sent" | null;
/** A message as it stands in the list: the backend's, or one still on its way there. */
export interface ShownMessage extends Omit<Message, "id" | "createdAt"> {
    /** The same from "pending" to "sent": what a list keys its rows by. */
    readonly key: string;
    /** `null` until the backend has given one. */
    readonly id: string | null;
    /** `null` until the backend has given one; such a message stands last. */
    readonly createdAt: string | null;
    readonly delivery: Delivery;
    /** Why it failed, where `delivery` is "failed". */
    readonly error: CablechatError | null;
    /** Of a reply that streams: whether `cancel()` was called here, and the backend has not said yet how it ended. */
    readonly stopping: boolean;
}
