import type { Identity } from "./api/webchats-api.js";
import { type ChatOptions, type ChatPorts } from "./chat-options.js";
import type { ChatEvents } from "./core/chat-events.js";
import type { ConnectionStatus } from "./core/connection-status.js";
import type { Conversation } from "./core/conversation.js";
import type { Unsubscribe } from "./core/emitter.js";
import { CablechatError } from "./core/errors.js";
import type { Author, ShownMessage } from "./core/message.js";
import type { TabNews } from "./core/tab-news.js";
import type { Webchat } from "./core/webchat.js";
import type { Attributes } from "./session/contact.js";
import type { StorageKind } from "./session/session-keeper.js";
import { Visit } from "./visit.js";
export type { ChatOptions, ChatPorts } from "./chat-options.js";
/** One webchat, headless: everything but the drawing. What a page may ask of it; `Visit` does the work. */
export declare class Chat extends Visit {
    #private;
    readonly webchat: Webchat | null;
    readonly connection: ConnectionStatus;
    readonly problem: CablechatError | null;
    readonly memoryOnly: boolean;
    readonly ended: boolean;
    loadingOlder: boolean;
    /** @throws CablechatError `invalid_configuration`, naming the option */
    constructor(options: ChatOptions, ports: ChatPorts);
    /** In the order shown; a new array at each change. */
    get messages(): readonly ShownMessage[];
    /** Messages of somebody else that are not read yet, as far as they are loaded. */
    get unreadCount(): number;
    get conversation(): Conversation | null;
    /** Whether older messages can be loaded. */
    get hasMoreBefore(): boolean;
    /** Who is typing right now. */
    get typing(): readonly Author[];
    get isOpen(): boolean;
    /** Whether this browser has a session: a visitor who has written before. */
    get hasSession(): boolean;
    on<Name extends keyof ChatEvents>(name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe;
    /** A returning visitor is connected, and what an earlier page left unsent goes out; a new one costs nothing. */
    start(): void;
    /** The visitor looks at the conversation from now on. */
    open(): void;
    close(): void;
    toggle(): void;
    /**
     * Sends `text` and `files`, now or as soon as it can be. Files that the webchat does not take (more than 10, an empty one,
     * too large, of another type) make it fail like one that the backend has refused.
     *
     * @returns the message's client id
     * @throws CablechatError `invalid`, with `fields.body` or `fields.attachments`: what `validContent` refuses
     */
    send(text: string, files?: readonly File[]): string;
    /** Tries a failed message again. */
    retry(clientId: string): void;
    /** Deletes a message that could not be sent. */
    discard(clientId: string): void;
    /**
     * Stops a reply that streams; its `stopping` says so until the backend has told how it ended. It is tried until the
     * backend has answered, or the reply has ended; a refusal is told as `error`. Any other message is left alone.
     */
    cancel(messageId: string): Promise<void>;
    /** Loads the messages before the first one shown. A failure is told as `error`; calling again tries again. */
    loadOlder(): Promise<void>;
    /** The visitor has pressed a key in the composer. */
    notifyTyping(): void;
    /** Puts `text` into the composer. */
    prefill(text: string): void;
    /**
     * Ties the session to a contact of the host application.
     *
     * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
     */
    identify(identity: Identity): Promise<void>;
    /** Adds to what the staff see of the visitor; before `identify()` it is kept until then. */
    setAttributes(attributes: Attributes): Promise<void>;
    /** Signs out: forgets session, outbox and transcript on this browser, in all its tabs. */
    reset(): Promise<void>;
    /** Keeps the session elsewhere from now on, e.g. after consent. */
    setStorage(kind: StorageKind): void;
    /** Merges what another tab tells, and tells nobody. Each tab's own cursor and catch-up stay as they are. */
    protected heard({ session, message, sent, seen, stopping, reset }: TabNews): void;
}
