import type { ControllerHost } from "./widget-element.js";
export interface FocusHost extends ControllerHost {
    readonly isOpen: boolean;
    readonly renderRoot: ShadowRoot;
}
export interface FocusController {
    /** Whether the panel fills the screen, and is modal. */
    fullScreen(): boolean;
    /** The next opening was somebody's wish: it takes the focus. One that comes by itself never does. */
    moveInOnOpen(): void;
    /** On a full screen the page lies hidden behind: Tab goes round in the panel. */
    keepInside(event: KeyboardEvent): void;
}
/**
 * Where the keyboard is: into the panel when the visitor opens it, back out when it closes.
 *
 * @param launcher says whether there was something to focus
 */
export declare function createFocusController(host: FocusHost, input: {
    focus(): void;
}, launcher: {
    focus(): boolean;
}): FocusController;
