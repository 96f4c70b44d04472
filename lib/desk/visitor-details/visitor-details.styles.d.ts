export declare const visitorDetailsStyles: import("lit").CSSResult;
