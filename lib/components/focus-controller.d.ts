import type { ReactiveController } from "lit";
import type { ControllerHost } from "./widget-element.js";
export interface FocusHost extends ControllerHost {
    readonly isOpen: boolean;
    readonly renderRoot: ShadowRoot;
}
/** Where the keyboard is: into the panel when the visitor opens it, back out when it closes. */
export declare class FocusController implements ReactiveController {
    #private;
    /** @param launcher says whether there was something to focus */
    constructor(host: FocusHost, input: {
        focus(): void;
    }, launcher: {
        focus(): boolean;
    });
    get fullScreen(): boolean;
    /** The next opening was somebody's wish: it takes the focus. One that comes by itself never does. */
    moveInOnOpen(): void;
    hostUpdate(): void;
    hostUpdated(): void;
    /** On a full screen the page lies hidden behind: Tab goes round in the panel. */
    keepInside(event: KeyboardEvent): void;
}
