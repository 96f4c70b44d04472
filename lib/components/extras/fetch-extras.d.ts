import type { Clock } from "../../core/ports.js";
import type { ChatView } from "../chat-view.js";
import type { ComposerController } from "../composer/composer-controller.js";
import type { Settings } from "../settings.js";
import type { createExtras } from "./create-extras.js";
type ExtrasHost = Parameters<typeof createExtras>[0];
export interface ExtrasChats {
    readonly chat: ChatView | null;
    readonly settings: Settings | null;
    /** Whether the chat was ever opened or closed. */
    readonly wasUsed: boolean;
}
/**
 * Fetches what few visitors need, once, when one may: the webchat takes files, or a message has one; the page wants a
 * sound, or a chat that opens by itself.
 *
 * @returns to be called whenever something is drawn
 */
export declare function fetchExtras(host: ExtrasHost, chats: ExtrasChats, composer: ComposerController, clock: Pick<Clock, "setTimeout">): () => void;
export {};
