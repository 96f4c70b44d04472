import { actionCableConsumer } from "./browser/action-cable-consumer.ts";
import { browserClock } from "./browser/browser-clock.ts";
import { browserRandom } from "./browser/browser-random.ts";
import { durableStorage } from "./browser/durable-storage.ts";
import { pageLifecycle } from "./browser/page-lifecycle.ts";
import { keyValueStorage } from "./browser/session-storage.ts";
import { tabChannel } from "./browser/tab-channel.ts";
import { tabLock } from "./browser/tab-lock.ts";
import { Chat, type ChatOptions, type ChatPorts } from "./chat.ts";

export type { Identity } from "./api/webchats-api.ts";
export { Chat, type ChatOptions, type ChatPorts } from "./chat.ts";
export type { ChatEvents } from "./core/chat-events.ts";
export type { ConnectionStatus } from "./core/connection-status.ts";
export type { Conversation } from "./core/conversation.ts";
export type { Unsubscribe } from "./core/emitter.ts";
export { CablechatError, type CablechatErrorCode } from "./core/errors.ts";
export type { Attachment, Author, Delivery, Message, MessageState, Reaction, ShownMessage } from "./core/message.ts";
export type * from "./core/ports.ts";
export type { PageInfo, Uploads, Webchat } from "./core/webchat.ts";
export type { StorageKind } from "./session/session-keeper.ts";

/** What a browser gives. Outside one, pass your own `consumer`, `sessionStorage`, `outboxStorage`, `tabChannel`. */
export const browserPorts: ChatPorts = {
  clock: browserClock,
  random: browserRandom,
  fetch: (url, init) => fetch(url, init),
  consumer: actionCableConsumer,
  lifecycle: pageLifecycle,
  lock: tabLock,
  reportError: (error) => reportError(error),
  warn: (message, detail = "") => console.warn(`[cablechat] ${message}`, detail),
  sessionStorage: keyValueStorage,
  outboxStorage: durableStorage,
  tabChannel,
};

/**
 * A chat without a face: the same methods, properties and events as `<cable-chat>`, and no DOM.
 *
 * @throws CablechatError `invalid_configuration`, naming the option
 */
export function createChat(options: ChatOptions, ports: Partial<ChatPorts> = {}): Chat {
  return new Chat(options, { ...browserPorts, ...ports });
}
