import type { ReactiveController } from "lit";
import type { ShownMessage } from "../../core/message.js";
import type { ControllerHost } from "../widget-element.js";
/** What the controller asks of whoever owns the messages. */
export interface ScrollSource {
    readonly messages: readonly ShownMessage[];
    readonly hasMoreBefore: boolean;
    readonly loadingOlder: boolean;
}
/**
 * Keeps the text being read where it is. At the bottom the list follows what arrives; anywhere else the first visible
 * message stays at its distance from the top, whatever appears, grows or goes above it. The distance of an element is
 * what counts: the height of the list also changes for what happens below.
 */
export declare class ScrollController implements ReactiveController {
    #private;
    /** Whether something new stands below what is being read. */
    unseen: boolean;
    constructor(host: ControllerHost, source: () => ScrollSource | null, loadOlder: () => void);
    scrollToNewest(): void;
    hostUpdate(): void;
    hostUpdated(): void;
    hostDisconnected(): void;
    readonly onScroll: () => void;
}
