import type { ApplicationChannel } from "./channels/application-channel.js";
import type { Conversation } from "./core/conversation.js";
import { CablechatError } from "./core/errors.js";
import type { Author, Message } from "./core/message.js";
import type { MessagesAPI } from "./core/messages-api.js";
import type { CableIdentifier, Ports } from "./core/ports.js";
import type { MessageStore } from "./store/message-store.js";
import { type CatchUpReason } from "./sync/catch-up.js";
/** What the owner of a thread is told. */
export interface ThreadEvents {
    /** Messages have changed. */
    changed(): void;
    /** A message has arrived that was not known before, live or by a catch-up. */
    inserted(message: Message): void;
    conversation(conversation: Conversation): void;
    typing(author: Author, started: boolean): void;
    /** `confirmed` or `caughtUp` has changed. */
    progressed(): void;
    catchup(phase: "started" | "page" | "done" | "failed" | "aborted", reason: CatchUpReason, messages: number): void;
    /** The followed conversation is not the reader's any more, or the place asked from is unknown: bootstrap again. */
    lost(): void;
    rejected(): void;
    failed(error: CablechatError): void;
}
export interface ThreadOptions {
    application: ApplicationChannel;
    identifier: (conversation: string) => CableIdentifier;
    api: MessagesAPI;
    store: MessageStore;
    ports: Ports;
    events: ThreadEvents;
}
/** One conversation kept in step with the backend: joins the cable, the cursor, the catch-up and the store. */
export declare class Thread {
    #private;
    constructor(options: ThreadOptions);
    get conversation(): Conversation | null;
    /** The id of the conversation followed; `null` for none. */
    get followed(): string | null;
    get confirmed(): boolean;
    /** Whether the catch-up is asked for without a subscription, since WebSockets are not to be had. */
    get isPolling(): boolean;
    /** Whether everything that was committed before the present subscription, or the last poll, is here. */
    get caughtUp(): boolean;
    /**
     * Follows a conversation from what is known of it.
     *
     * @param revision what `messages` bring the reader up to; `null` where the backend knows no revisions, 0 for nothing
     */
    follow(conversation: Conversation | string, revision: number | null, messages: readonly Message[]): void;
    /** A socket was given up. */
    socketLost(): void;
    leave(): void;
    /** Compares with the backend's revision; what is missing comes. */
    look(reason: CatchUpReason): void;
    perform(action: string, data: Readonly<Record<string, unknown>>): void;
}
