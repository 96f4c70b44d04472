/** Defines the element, and adds to the global `Cablechat` what needs it. */
export declare function definePanel(): void;
