export interface LauncherState {
    open: boolean;
    unread: number;
    /** Visible text beside the icon; nothing for the icon alone. */
    label: string | null | undefined;
    /** The URL of an image to show instead of the icon. */
    icon: string | null | undefined;
    hidden: boolean;
    /** The panel is being fetched. */
    busy?: boolean;
    /** What went wrong, told beside the launcher. */
    note?: string | null;
}
/**
 * The button in the page's corner, in plain DOM: the loader shows it before there is any Lit on the page, and the
 * element then keeps the very same nodes, so that neither focus nor a frame is lost.
 */
export declare class Launcher {
    readonly button: HTMLElement;
    /** Takes over the launcher that stands in `root`, or makes one. */
    constructor(root: ShadowRoot);
    /** @returns whether there was something to focus */
    focus(): boolean;
    render({ open, unread, label, icon, hidden, busy, note }: LauncherState): void;
}
