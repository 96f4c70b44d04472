import type { AgentConversationsAPI } from "../api/agent-conversations-api.js";
import type { Conversation } from "../core/conversation.js";
import type { Message } from "../core/message.js";
export interface DeskActionsOptions {
    api: Omit<AgentConversationsAPI, "list" | "messages" | "seen">;
    signal: AbortSignal;
    /** A conversation as the backend has answered. */
    learned(conversation: Conversation): void;
    merged(conversation: string, message: Message): void;
}
/**
 * What an agent does besides writing. Each is one request, tried once: it fails visibly, since doing it later, when
 * nobody expects it any more, helps no one. Every method throws what the backend says, as a `CablechatError`.
 */
export declare class DeskActions {
    #private;
    constructor(options: DeskActionsOptions);
    close(conversation: string): Promise<void>;
    reopen(conversation: string): Promise<void>;
    /** @param name who takes the conversation; `null` gives it back */
    assign(conversation: string, name: string | null): Promise<void>;
    /** Only one's own message. @throws CablechatError `invalid` for an empty or too long text */
    edit(conversation: string, messageId: string, text: string): Promise<void>;
    /** Only one's own message. */
    remove(conversation: string, messageId: string): Promise<void>;
}
