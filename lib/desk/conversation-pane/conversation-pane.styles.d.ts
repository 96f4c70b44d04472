export declare const conversationPaneStyles: import("lit").CSSResult;
