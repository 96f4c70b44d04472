import type { CablechatError } from "../core/errors.js";
import type { Attachment, AuthorType, ShownMessage } from "../core/message.js";
/** A message of one's own on its way out. */
export interface PendingMessage {
    clientId: string;
    body: string;
    /** Of the files that go with it. @default none */
    files?: readonly Attachment[] | undefined;
    error: CablechatError | null;
}
/** @param own whose it is */
export declare function shownPending({ clientId, body, files, error }: PendingMessage, own: AuthorType): ShownMessage;
