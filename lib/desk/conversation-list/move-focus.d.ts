/** Arrows, Home and End move the focus among the conversations; Enter is the button's own. */
export declare function moveFocus(event: KeyboardEvent): void;
