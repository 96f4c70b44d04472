import type { Clock } from "../core/ports.js";
import type { ChatView } from "./chat-view.js";
import type { Settings } from "./settings.js";
/**
 * Where the element has the attribute `sound`: a short, quiet tone for what arrives while nobody looks, in one tab of
 * the browser, whichever is first. Only a tab that the visitor has clicked in: no browser lets another be heard.
 *
 * @param signal ends it
 */
export declare function playSound(host: Pick<Element, "hasAttribute">, { endpoint, webchat, storage }: Settings, clock: Pick<Clock, "setTimeout">, chat: Pick<ChatView, "on" | "unreadCount">, signal: AbortSignal): void;
