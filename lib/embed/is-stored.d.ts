/** Whether the visitor's browser keeps something of this webchat. A browser that denies storage keeps nothing. */
export declare function isStored(kind: "session" | "auto-open", session: boolean, endpoint: string, webchat: string): boolean;
