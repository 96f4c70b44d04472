const closeChat = "Close chat";
/** What the launcher says. Apart, because the script-tag loader carries these and nothing else. */
export const launcherStrings = {
    openChat: "Open chat",
    closeChat,
    launcherWithUnread: (label, count) => `${label}, ${count} unread message${count === 1 ? "" : "s"}`,
    loadFailed: "The chat could not be loaded. Please try again.",
};
/** Every other text a visitor can see or hear, in English. Flat keys; a parameter makes a function. */
export const strings = {
    closeChat,
    lang: "en",
    dir: "ltr",
    chat: "Chat",
    online: "Our team is online",
    away: "We will answer as soon as we can",
    backAt: (when) => `Back ${when}`,
    messages: "Messages",
    loading: "Loading…",
    loadOlder: "Show earlier messages",
    newMessages: "New messages",
    emptyTitle: "How can we help?",
    emptyText: "Write to us. The answer will be here.",
    today: "Today",
    yesterday: "Yesterday",
    you: "You",
    visitor: "Visitor",
    agent: "Agent",
    bot: "Assistant",
    system: "Notice",
    says: (author) => `${author}: `,
    sending: "Sending…",
    sent: "Sent",
    notSent: "Not sent.",
    retry: "Retry",
    remove: "Delete",
    deleted: "Message deleted",
    stop: "Stop",
    stopReply: (name) => `Stop the reply of ${name}`,
    stopping: "Stopping…",
    stopped: "Stopped",
    interrupted: "Interrupted",
    writing: "Writing…",
    inputLabel: "Your message",
    placeholder: "Write a message…",
    send: "Send",
    characters: (length, limit) => `${length} of ${limit}`,
    connecting: "Connecting…",
    reconnecting: "Reconnecting…",
    offline: "You are offline. Your messages are sent when you are back.",
    ended: "Your conversation has ended. What you write starts a new one.",
    memoryOnly: "Please stay on this page until your messages are sent.",
    problemTitle: "The chat is not working",
    tryAgain: "Try again",
};
/** Fetched when first somebody is typing. */
export const typingText = (names) => `${names} is typing…`;
/** Also where the other words cannot be fetched. */
export const UNREACHABLE = "We cannot reach the chat. Please check your connection.";
/** Fetched with the first problem. */
export const problemStrings = {
    problemNotHere: "This chat is not set up for this website.",
    problemRefused: "The chat has refused the connection. Please reload the page.",
    problemOther: "Something went wrong on our side. Please try again in a moment.",
};
const REFUSED = {
    empty: (name) => `${name} is empty.`,
    "too large": (name, largest) => `${name} is too large: a file may have ${largest}.`,
    "of another type": (name) => `${name} is of a type that cannot be sent.`,
};
/** What only files need, fetched with what sends them. */
export const fileStrings = {
    attach: "Attach files",
    tray: "Files to send",
    remove: (name) => `Remove ${name}`,
    drop: "Drop files here to send them",
    refused: (refusal, name, largest) => REFUSED[refusal](name, largest),
    tooMany: (limit) => `A message takes ${limit} files. The others were left out.`,
    /** Why a message with files could not be sent, by the error's code. */
    failed: /* @__PURE__ */ new Map([
        ["payload_too_large", "A file is too large."],
        ["unsupported_media_type", "A file is of a type that cannot be sent."],
        ["file_unreadable", "A file has changed or is gone. Please choose it again."],
    ]),
};
//# sourceMappingURL=en.js.map