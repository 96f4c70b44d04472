import type { AgentConversationsAPI } from "../api/agent-conversations-api.js";
import type { ApplicationChannel } from "../channels/application-channel.js";
import type { Conversation } from "../core/conversation.js";
import { type ConversationHead } from "../core/conversation-head.js";
import { CablechatError } from "../core/errors.js";
import type { Author, Message, ShownMessage } from "../core/message.js";
import type { CableIdentifier, Ports } from "../core/ports.js";
import type { PendingMessage } from "../store/pending-message.js";
import { type ThreadEvents } from "../thread.js";
import type { DeskOutbox } from "./desk-outbox.js";
export interface DeskConversationOptions {
    head: ConversationHead;
    api: AgentConversationsAPI;
    application: ApplicationChannel;
    identifier: (conversation: string) => CableIdentifier;
    outbox: DeskOutbox;
    ports: Ports;
    events: {
        changed(): void;
        progressed(): void;
        failed(error: CablechatError): void;
        catchup: ThreadEvents["catchup"];
    };
}
/** One conversation at the desk: kept in step with the backend from its first opening on, whoever looks. */
export declare class DeskConversation {
    #private;
    readonly id: string;
    constructor(options: DeskConversationOptions);
    /** Whom it is with. */
    get head(): ConversationHead;
    /** As it stands now: the list's stream and the conversation's own bring the same, in no certain order. */
    get conversation(): Conversation;
    /** In the order shown; a new array at each change. */
    get messages(): readonly ShownMessage[];
    get hasMoreBefore(): boolean;
    get loadingOlder(): boolean;
    /** Who is typing on the other side. */
    get typing(): readonly Author[];
    /** Whether everything that was committed before the present subscription is here. */
    get caughtUp(): boolean;
    /** An agent looks at it from now on, or does not any more. */
    setOpen(open: boolean): void;
    /** The page has been shown, hidden or brought back. */
    refresh(): void;
    /** The list has a newer head. */
    learn(head: ConversationHead): void;
    /** @throws CablechatError `invalid`: empty, or longer than 10,000 characters */
    send(text: string): string;
    retry(clientId: string): void;
    discard(clientId: string): void;
    /** Loads the messages before the first one shown. After a failure, calling again tries again. */
    loadOlder(): Promise<void>;
    notifyTyping(): void;
    showPending(message: PendingMessage): void;
    /** The answer of a call. It says nothing of what came before it, so no cursor moves. */
    merge(message: Message): void;
    destroy(): void;
}
