import { Http } from "./api/http.js";
import { WebchatsAPI } from "./api/webchats-api.js";
import type { ApplicationChannel } from "./channels/application-channel.js";
import type { ChatOptions, ChatPorts } from "./chat-options.js";
import type { ChatEvents } from "./core/chat-events.js";
import { Emitter } from "./core/emitter.js";
import { CablechatError } from "./core/errors.js";
import type { Message } from "./core/message.js";
import { type TabNews } from "./core/tab-news.js";
import type { Uploads } from "./core/webchat.js";
import { Outbox } from "./outbox/outbox.js";
import type { Contact } from "./session/contact.js";
import { SessionKeeper } from "./session/session-keeper.js";
import { MessageStore } from "./store/message-store.js";
/** What a visitor writes, on its way out: under which session, shown as what, told by which event. */
export declare abstract class Sending {
    #private;
    /** Whether a reload would lose what is pending: the browser denies storage. */
    memoryOnly: boolean;
    /** What `prefill()` gave. */
    draft: string;
    protected readonly ports: ChatPorts;
    protected readonly events: Emitter<ChatEvents>;
    protected readonly store: MessageStore;
    protected readonly keeper: SessionKeeper;
    protected readonly http: Http;
    protected readonly webchats: WebchatsAPI;
    protected readonly outbox: Outbox;
    /** The cable to the same backend, once it is known. */
    protected application: ApplicationChannel | null;
    /** As whom the page has introduced the visitor. */
    protected contact: Contact | null;
    /** How many visitors have signed out here. */
    protected visitors: number;
    /** Ends with the visit. */
    protected readonly life: AbortController;
    constructor({ endpoint, webchat, storage: kind }: ChatOptions, ports: ChatPorts);
    protected get over(): boolean;
    /** The session, made now if there is none, and tied to the contact the host application vouches for. */
    protected signIn(signal: AbortSignal): Promise<void>;
    /** Tells, as `tell` does it, who the visitor is; what the backend knows under that name is asked for. */
    protected introduce(tell: (contact: Contact, signal: AbortSignal) => Promise<boolean>): Promise<void>;
    protected forgetVisitor(): void;
    protected takeHistory(messages: readonly Message[], hasMore: boolean): void;
    /** To the other tabs of the browser, where they have the same visitor. */
    protected tell(news: Omit<TabNews, "session">): void;
    /** The conversation that is read; nothing where there is none. */
    protected abstract get followed(): string | null | undefined;
    /** Which files the webchat takes, as far as that is known. */
    protected abstract get uploads(): Uploads | null | undefined;
    /** `end` is called when the visit is over. */
    protected untilOver(end: () => void): void;
    /** The visitor is a contact from now on. */
    protected abstract introduced(): void;
    protected abstract heard(news: TabNews): void;
    /** Something that is drawn is not what it was. */
    protected abstract changed(): void;
    protected abstract fail(error: CablechatError): void;
    /** The backend has ended the session; from now on there is another one. */
    protected abstract onEnded(error: CablechatError): void;
    /** The backend has a message of this visitor's in its conversation; or does not say which. */
    protected abstract sentTo(message: Message): void;
}
