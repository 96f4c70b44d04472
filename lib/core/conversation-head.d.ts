import type { Conversation } from "./conversation.js";
import type { Message } from "./message.js";
import type { PageInfo } from "./webchat.js";
/** What the staff may know of who writes. All of it is the visitor's or the host's word. */
export interface Visitor {
    readonly name: string | null;
    readonly email: string | null;
    readonly attributes: Readonly<Record<string, string | number | boolean | null>>;
    /** The page they last wrote from. */
    readonly page: PageInfo | null;
}
/** A conversation as the agent's list shows it (protocol/README.md, "The agent's side"). */
export interface ConversationHead {
    readonly conversation: Conversation;
    readonly visitor: Visitor;
    /** `null` where nobody has written yet. */
    readonly lastMessage: Message | null;
    /** Messages of the visitor that no agent has seen. */
    readonly unreadCount: number;
    /** When somebody last wrote: the list's order. `null` where nobody has, or the backend does not tell. */
    readonly activeAt: string | null;
}
/** One page of heads, the latest first. */
export interface HeadsPage {
    readonly heads: readonly ConversationHead[];
    readonly hasMore: boolean;
}
export interface HeadsQuery {
    readonly status: "open" | "closed" | null;
    /** Part of the visitor's name or email, or of a message; empty for all. */
    readonly query: string;
    /** Only what comes after this conversation in the list. */
    readonly before: string | null;
}
/** Whether `head` is of before `known`: broadcasts may overtake each other, and answers too. */
export declare function isOlderHead(head: ConversationHead, known: ConversationHead): boolean;
