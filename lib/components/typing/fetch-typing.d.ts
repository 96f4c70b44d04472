import type { ChatView } from "../chat-view.js";
import type { ControllerHost } from "../widget-element.js";
interface TypingHost extends ControllerHost {
    readonly renderRoot: ShadowRoot;
}
/** @returns what draws who is typing; it is fetched when first somebody is */
export declare function fetchTyping(host: TypingHost): (chat: ChatView) => unknown;
export {};
