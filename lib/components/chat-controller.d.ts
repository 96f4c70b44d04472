import type { ChatOptions } from "../index.js";
import type { ChatView } from "./chat-view.js";
import { type Settings } from "./settings.js";
import type { WidgetElement } from "./widget-element.js";
interface ChatHost extends WidgetElement {
    isOpen: boolean;
    cable: ChatOptions["cable"] | null;
}
/** The element's chat: made from the attributes, made anew when they change, ended with the element. */
export interface ChatController {
    /** `null` while the element is outside a document, or its attributes are wrong. */
    readonly chat: ChatView | null;
    /** `null` where a required attribute is missing or wrong. */
    readonly settings: Settings | null;
    /** Whether the chat was ever opened or closed. */
    readonly wasUsed: boolean;
    /**
     * The chat, for a call that needs one now.
     *
     * @throws CablechatError `invalid_configuration`; `destroyed` outside a document
     */
    require(): ChatView;
    /** Reads the attributes and does what they say. */
    sync(): void;
    /** Ends the chat and begins a new one. What is unsent is kept outside of it. */
    readonly restart: () => void;
}
export declare function createChatController(host: ChatHost, createChat: (options: ChatOptions) => ChatView): ChatController;
export {};
