import type { AgentConversationsAPI } from "../api/agent-conversations-api.js";
import { CablechatError } from "../core/errors.js";
import type { Message } from "../core/message.js";
import type { Ports, RecordStorage } from "../core/ports.js";
import type { OutboxEntry } from "../outbox/outbox-entry.js";
import type { PendingMessage } from "../store/pending-message.js";
export interface DeskOutboxOptions {
    api: Pick<AgentConversationsAPI, "messages">;
    storage: RecordStorage<OutboxEntry>;
    /** One sender for all tabs that use the same name. */
    lockName: string;
    ports: Ports;
    events: {
        pending(conversation: string, message: PendingMessage): void;
        sent(conversation: string, clientId: string, answer: Message): void;
        delayed(error: CablechatError): void;
        failed(error: CablechatError): void;
    };
}
/** What the agent owes to the backend, in whichever conversation: the widget's outbox, told apart by conversation. */
export declare class DeskOutbox {
    #private;
    constructor(options: DeskOutboxOptions);
    /** How many messages have not reached the backend, failed ones included. */
    get size(): number;
    /** Whether a reload would lose what is pending. */
    get memoryOnly(): boolean;
    /** What is on its way into one conversation, in order. */
    of(conversation: string): readonly PendingMessage[];
    start(): void;
    /**
     * @returns the message's client id
     * @throws CablechatError `invalid`, with `fields.body`
     */
    send(conversation: string, text: string): string;
    retry(clientId: string): void;
    discard(clientId: string): void;
    /** The backend is known to have it, although the answer to the send was lost. */
    acknowledge(message: Message): void;
    kick(): void;
    stop(): void;
    /** Forgets what is pending: the next agent at this browser must not send it in their name. */
    clear(): Promise<void>;
}
