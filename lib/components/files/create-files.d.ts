import type { ChatView } from "../chat-view.js";
import type { Enclosures } from "../composer/enclosures.js";
import type { ControllerHost } from "../widget-element.js";
interface FilesHost extends ControllerHost {
    readonly renderRoot: ShadowRoot;
}
/** Gives `composer` everything the panel has for files: choosing, pasting, dropping, the tray, the looks in a bubble. */
export declare function createFiles(host: FilesHost, chats: {
    readonly chat: Pick<ChatView, "messages" | "webchat"> | null;
}, composer: {
    focus(): void;
    enclosures?: Enclosures;
}): void;
export {};
