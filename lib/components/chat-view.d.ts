import type { Chat } from "../chat.js";
/** What the element draws and drives of a chat. `Chat` is one; so is a test's double. */
export type ChatView = Pick<Chat, "messages" | "unreadCount" | "connection" | "conversation" | "webchat" | "hasMoreBefore" | "loadingOlder" | "typing" | "isOpen" | "draft" | "problem" | "memoryOnly" | "ended" | "start" | "open" | "close" | "send" | "retry" | "discard" | "cancel" | "loadOlder" | "notifyTyping" | "prefill" | "identify" | "setAttributes" | "reset" | "setStorage" | "on" | "destroy">;
