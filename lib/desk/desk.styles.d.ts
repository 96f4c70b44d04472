/** The frame: panes, palette, and what all panes use. The names of the colours are the widget's. */
export declare const deskStyles: import("lit").CSSResult;
