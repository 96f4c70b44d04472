import type { Conversation } from "../core/conversation.js";
import type { CablechatError, CablechatErrorCode } from "../core/errors.js";
import type { Author, Message } from "../core/message.js";
import type { Bootstrap, MessagesPage } from "../core/webchat.js";
import { type Read, text } from "./shape.js";
type Unreadable = (error: CablechatError) => void;
/** @throws CablechatError `invalid_response`, naming the field; as all of this file */
export declare function decodeMessage(json: unknown, name?: string): Message;
/** An author of an unknown type is shown as the system's, never as the visitor's own. */
export declare const decodeAuthor: Read<Author>;
export declare const decodeConversation: (json: unknown, name?: string) => Conversation;
export declare function decodeBootstrap(json: unknown, unreadable: Unreadable): Bootstrap;
export declare function decodeMessagesPage(json: unknown, unreadable: Unreadable): MessagesPage;
/** RFC 9457, as far as the answer keeps to it; every field is absent in any other body. */
export declare const decodeProblem: (json: unknown, name?: string) => import("./shape.js").Shaped<{
    code: Read<CablechatErrorCode | null>;
    detail: typeof text;
    errors: Read<Readonly<Record<string, readonly string[]>>>;
}>;
export {};
