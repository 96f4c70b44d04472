import type { Conversation } from "../core/conversation.js";
import { CablechatError, type CablechatErrorCode } from "../core/errors.js";
import type { Author, Message } from "../core/message.js";
import type { Bootstrap, MessagesPage } from "../core/webchat.js";
type Json = Readonly<Record<string, unknown>>;
type Unreadable = (error: CablechatError) => void;
/** @throws CablechatError `invalid_response`, naming the field; as all of this file */
export declare function decodeBootstrap(json: unknown, unreadable: Unreadable): Bootstrap;
export declare function decodeMessagesPage(json: unknown, unreadable: Unreadable): MessagesPage;
export declare function decodeMessage(json: unknown): Message;
/** An author of an unknown type is shown as the system's, never as the visitor's own. */
export declare function decodeAuthor(json: unknown): Author;
export declare function decodeConversation(json: unknown): Conversation;
/** RFC 9457, as far as the answer keeps to it; every field is absent in any other body. */
export declare function decodeProblem(json: unknown): {
    code: CablechatErrorCode | null;
    detail: string | null;
    fields: Readonly<Record<string, readonly string[]>>;
};
/** What `JSON.parse` gives for `{…}`. */
export declare function isObject(value: unknown): value is Json;
export declare function object(value: unknown, name: string): Json;
export declare function integer(value: unknown): number | null;
export declare function text(value: unknown): string | null;
export declare function id(value: unknown, name: string): string;
/** The field of that name is not as the contract has it. */
export declare function invalid(name: string): never;
export {};
