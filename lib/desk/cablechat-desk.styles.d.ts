/** Everything in the element's shadow root: the frame, the widget's pieces in it, and what the desk has besides. */
export declare const cablechatDeskStyles: import("lit").CSSResult[];
