import type { Ask } from "./api/http.js";
import type { Message } from "./core/message.js";
import type { Clock, RecordStorage } from "./core/ports.js";
import type { OutgoingMessage, Uploads } from "./core/webchat.js";
import type { OutboxEntry } from "./outbox/outbox-entry.js";
export interface SendFilesOptions {
    /** As the visitor, under the session that stands. */
    ask: Ask;
    /** Sends the message that names the uploads. */
    post: (message: OutgoingMessage) => Promise<Message>;
    clock: Clock;
    storage: Pick<RecordStorage<OutboxEntry>, "all"> | null;
    signal: AbortSignal;
    /** Makes a session where there is none: another request may have found it ended just now, between two files. */
    signIn: () => Promise<void>;
    /** What the webchat takes, as far as the settings are known; else the backend says what it does not take. */
    uploads: Uploads | null | undefined;
    keep: (changed: OutgoingMessage) => Promise<void>;
}
/**
 * Uploads what is not uploaded yet, one after the other, then sends the message that names them. The id of each upload
 * is stored as soon as it is known: a retry, another tab and the next page do not upload the file again.
 *
 * An id may be worth nothing any more: nobody attached the upload for a day, or its session has ended. The backend says
 * so, and the files are uploaded anew (protocol/README.md, "What the client promises", 9).
 *
 * @throws CablechatError as the calls do; `file_unreadable`; `invalid`, with `fields.attachments`: more than 10 files, or one
 * that is empty, too large, or of a type the webchat does not take
 */
export declare function sendFiles(message: OutgoingMessage, options: SendFilesOptions): Promise<Message>;
