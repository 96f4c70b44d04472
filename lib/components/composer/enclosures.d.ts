import type { ShownMessage } from "../../core/message.js";
/** What goes with a message besides its text: files. Fetched when they may be sent; before that there are none. */
export interface Enclosures {
    /** What is chosen, in the order it was. */
    readonly files: readonly File[];
    clear(): void;
    draw(locale: string): EnclosureParts;
    /** In the place of plain links in a message's bubble. */
    readonly renderAttachments: (message: ShownMessage, locale: string) => unknown;
}
/** What the composer shows of them. */
export interface EnclosureParts {
    /** Above the field. */
    tray?: unknown;
    /** In the field, before the text. */
    button?: unknown;
    /** What was wrong with the last ones, in words. */
    note?: string | undefined;
}
