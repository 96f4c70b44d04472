import type { ReactiveController } from "lit";
import type { Clock } from "../../core/ports.js";
import type { ChatController } from "../chat-controller.js";
import { ComposerController } from "../composer/composer-controller.js";
import { FocusController, type FocusHost } from "../focus-controller.js";
import type { Launcher } from "../launcher/launcher.js";
interface PanelHost extends FocusHost {
    close(): void;
}
/** The open chat: its own state (scroll, focus, what is being written), and what its controls do. */
export declare class PanelController implements ReactiveController {
    #private;
    readonly composer: ComposerController;
    readonly focus: FocusController;
    constructor(host: PanelHost, chats: ChatController, clock: Pick<Clock, "setTimeout" | "wallNow">, launcher: Pick<Launcher, "focus">);
    render(): unknown;
    hostDisconnected(): void;
}
export {};
