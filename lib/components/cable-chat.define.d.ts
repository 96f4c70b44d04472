import type { ChatEvents } from "../core/chat-events.js";
import { CableChat } from "./cable-chat.js";
/** The element's events by their name in the DOM. */
export type CableChatEventMap = {
    [Name in keyof ChatEvents as `cablechat:${Name}`]: CustomEvent<ChatEvents[Name]>;
};
declare global {
    interface HTMLElementTagNameMap {
        "cable-chat": CableChat;
    }
    interface HTMLElementEventMap extends CableChatEventMap {
    }
}
