import type { ChatEvents } from "../core/chat-events.ts";
import { CableChat } from "./cable-chat.ts";

// Where there is no DOM (server rendering), importing this does nothing.
if (typeof customElements !== "undefined") CableChat.define();

/** The element's events by their name in the DOM. */
export type CableChatEventMap = {
  [Name in keyof ChatEvents as `cablechat:${Name}`]: CustomEvent<ChatEvents[Name]>;
};

declare global {
  interface HTMLElementTagNameMap {
    "cable-chat": CableChat;
  }
  interface HTMLElementEventMap extends CableChatEventMap {}
}
