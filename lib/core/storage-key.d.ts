/**
 * The key under which something of one webchat is kept in the visitor's browser.
 * The loader looks for the session's to know a returning visitor without loading anything else.
 */
export declare function storageKey(kind: "session" | "outbox" | "auto-open" | "desk-outbox" | "sound", endpoint: string, webchat: string): string;
