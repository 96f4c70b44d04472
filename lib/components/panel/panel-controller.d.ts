import type { Clock } from "../../core/ports.js";
import type { ChatController } from "../chat-controller.js";
import { type ComposerController } from "../composer/composer-controller.js";
import { type FocusController, type FocusHost } from "../focus-controller.js";
import type { Launcher } from "../launcher/launcher.js";
interface PanelHost extends FocusHost, Pick<Element, "hasAttribute"> {
    close(): void;
}
export interface PanelController {
    readonly composer: ComposerController;
    readonly focus: FocusController;
    render(): unknown;
}
/** The open chat: its own state (scroll, focus, what is being written), and what its controls do. */
export declare function createPanelController(host: PanelHost, chats: ChatController, clock: Pick<Clock, "setTimeout" | "wallNow">, launcher: Pick<Launcher, "focus">): PanelController;
export {};
