import { Chat, type ChatOptions, type ChatPorts } from "./chat.js";
export type { Identity } from "./api/webchats-api.js";
export { Chat, type ChatOptions, type ChatPorts } from "./chat.js";
export type { ChatEvents } from "./core/chat-events.js";
export type { ConnectionStatus } from "./core/connection-status.js";
export type { Conversation } from "./core/conversation.js";
export type { Unsubscribe } from "./core/emitter.js";
export { CablechatError, type CablechatErrorCode } from "./core/errors.js";
export type { Attachment, Author, Delivery, Message, MessageState, Reaction, ShownMessage } from "./core/message.js";
export type * from "./core/ports.js";
export type { PageInfo, Uploads, Webchat } from "./core/webchat.js";
export type { StorageKind } from "./session/session-keeper.js";
/** What a browser gives. Outside one, pass your own `consumer`, `sessionStorage`, `outboxStorage`, `tabChannel`. */
export declare const browserPorts: ChatPorts;
/**
 * A chat without a face: the same methods, properties and events as `<cable-chat>`, and no DOM.
 *
 * @throws CablechatError `invalid_configuration`, naming the option
 */
export declare function createChat(options: ChatOptions, ports?: Partial<ChatPorts>): Chat;
