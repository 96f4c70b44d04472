import type { Conversation } from "../core/conversation.js";
import type { HeadsPage, HeadsQuery } from "../core/conversation-head.js";
import type { CablechatError } from "../core/errors.js";
import type { Message } from "../core/message.js";
import type { Http } from "./http.js";
import { WebchatMessagesAPI } from "./webchat-messages-api.js";
export interface AgentConversationsAPIOptions {
    http: Http;
    /** The agent's bearer secret. */
    token: string;
    /** Is told of rows that cannot be read and were left out. */
    unreadable: (error: CablechatError) => void;
}
/** What staff may do (protocol/README.md, "The agent's side"). Every call throws `invalid_token` for a wrong token. */
export declare class AgentConversationsAPI {
    #private;
    constructor(options: AgentConversationsAPIOptions);
    /** @throws CablechatError */
    list({ status, query, before }: HeadsQuery, signal?: AbortSignal): Promise<HeadsPage>;
    /** The messages of one conversation, as its agent reads and writes them. */
    messages(conversation: string): WebchatMessagesAPI;
    /** The agents have read up to `messageId`. @throws CablechatError */
    seen(conversation: string, messageId: string, signal?: AbortSignal): Promise<void>;
    /** @throws CablechatError `not_found` where the message is not the agent's own */
    edit(conversation: string, messageId: string, body: string, signal?: AbortSignal): Promise<Message>;
    /** @throws CablechatError `not_found` where the message is not the agent's own */
    remove(conversation: string, messageId: string, signal?: AbortSignal): Promise<Message>;
    /** @param name who takes the conversation; `null` gives it back. @throws CablechatError */
    assign(conversation: string, name: string | null, signal?: AbortSignal): Promise<Conversation | null>;
    /** @throws CablechatError */
    close(conversation: string, signal?: AbortSignal): Promise<Conversation | null>;
    /** @throws CablechatError */
    reopen(conversation: string, signal?: AbortSignal): Promise<Conversation | null>;
}
