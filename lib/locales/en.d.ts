import type { Refusal } from "../core/refusal-of.js";
/** What the launcher says. Apart, because the script-tag loader carries these and nothing else. */
export declare const launcherStrings: {
    openChat: string;
    closeChat: string;
    launcherWithUnread: (label: string, count: number) => string;
    loadFailed: string;
};
/** Every other text a visitor can see or hear, in English. Flat keys; a parameter makes a function. */
export declare const strings: {
    closeChat: string;
    lang: string;
    dir: string;
    chat: string;
    online: string;
    away: string;
    backAt: (when: string) => string;
    messages: string;
    loading: string;
    loadOlder: string;
    newMessages: string;
    emptyTitle: string;
    emptyText: string;
    today: string;
    yesterday: string;
    you: string;
    visitor: string;
    agent: string;
    bot: string;
    system: string;
    says: (author: string) => string;
    sending: string;
    sent: string;
    notSent: string;
    retry: string;
    remove: string;
    deleted: string;
    stop: string;
    stopReply: (name: string) => string;
    stopping: string;
    stopped: string;
    interrupted: string;
    writing: string;
    inputLabel: string;
    placeholder: string;
    send: string;
    characters: (length: string, limit: string) => string;
    connecting: string;
    reconnecting: string;
    offline: string;
    ended: string;
    memoryOnly: string;
    problemTitle: string;
    tryAgain: string;
};
/** Fetched when first somebody is typing. */
export declare const typingText: (names: string) => string;
/** Also where the other words cannot be fetched. */
export declare const UNREACHABLE = "We cannot reach the chat. Please check your connection.";
/** Fetched with the first problem. */
export declare const problemStrings: {
    problemNotHere: string;
    problemRefused: string;
    problemOther: string;
};
/** What only files need, fetched with what sends them. */
export declare const fileStrings: {
    attach: string;
    tray: string;
    remove: (name: string) => string;
    drop: string;
    refused: (refusal: Refusal, name: string, largest: string) => string;
    tooMany: (limit: number) => string;
    /** Why a message with files could not be sent, by the error's code. */
    failed: Map<string, string>;
};
