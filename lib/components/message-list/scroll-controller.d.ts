import type { ShownMessage } from "../../core/message.js";
import type { ControllerHost } from "../widget-element.js";
/** What the controller asks of whoever owns the messages. */
export interface ScrollSource {
    readonly messages: readonly ShownMessage[];
    readonly hasMoreBefore: boolean;
    readonly loadingOlder: boolean;
    loadOlder(): Promise<void>;
}
export interface ScrollController {
    /** Whether something new stands below what is being read. */
    readonly unseen: boolean;
    /** Whether the last attempt to load older messages failed. */
    readonly olderFailed: boolean;
    readonly onScroll: () => void;
    readonly scrollToNewest: () => void;
    readonly loadOlder: () => void;
}
/**
 * Keeps the text being read where it is, and asks for what is above it in time. At the bottom the list follows what
 * arrives; anywhere else the first visible message stays at its distance from the top, whatever appears, grows or goes
 * above it. The distance of an element is what counts: the height of the list also changes for what happens below.
 */
export declare function createScrollController(host: ControllerHost, source: () => ScrollSource | null): ScrollController;
