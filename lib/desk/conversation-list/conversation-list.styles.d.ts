export declare const conversationListStyles: import("lit").CSSResult;
