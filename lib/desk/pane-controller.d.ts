import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type ComposerController } from "../components/composer/composer-controller.js";
import { type ScrollController } from "../components/message-list/scroll-controller.js";
import type { ShownMessage } from "../core/message.js";
import type { Desk } from "./desk.js";
interface PaneHost extends ReactiveControllerHost {
    readonly renderRoot: ParentNode;
}
export interface PaneControllerOptions {
    host: PaneHost;
    desk: () => Desk | null;
    /** Shows what a call fails with. */
    attempt: (call: Promise<void>) => void;
}
/** What the conversation's pane keeps besides the conversation: a draft each, the scroll, what is being edited. */
export declare class PaneController implements ReactiveController {
    #private;
    readonly composer: ComposerController;
    readonly scroll: ScrollController;
    constructor(options: PaneControllerOptions);
    get editing(): boolean;
    /** The next conversation shown was somebody's wish: writing begins at once. On a touch screen it would hide the text. */
    focusInput(): void;
    edit({ id, body }: ShownMessage): void;
    cancelEdit(): void;
    hostUpdate(): void;
    hostUpdated(): void;
}
export {};
