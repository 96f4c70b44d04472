import { Http } from "./api/http.js";
import { type Identity, WebchatsAPI } from "./api/webchats-api.js";
import type { ApplicationChannel } from "./channels/application-channel.js";
import type { ChatOptions, ChatPorts } from "./chat-options.js";
import type { ChatEvents } from "./core/chat-events.js";
import { Emitter } from "./core/emitter.js";
import { CablechatError } from "./core/errors.js";
import type { Message } from "./core/message.js";
import { type TabNews } from "./core/tab-news.js";
import { Outbox } from "./outbox/outbox.js";
import { SessionKeeper } from "./session/session-keeper.js";
import { MessageStore } from "./store/message-store.js";
/** Whom the session was last tied to. */
interface Contact {
    readonly identity: Identity;
    session: string;
}
/** What a visitor writes, on its way out: under which session, shown as what, told by which event. */
export declare abstract class Sending {
    #private;
    /** Whether a reload would lose what is pending: the browser denies storage. */
    memoryOnly: boolean;
    protected readonly ports: ChatPorts;
    protected readonly events: Emitter<ChatEvents>;
    protected readonly store: MessageStore;
    protected readonly keeper: SessionKeeper;
    protected readonly http: Http;
    protected readonly webchats: WebchatsAPI;
    protected readonly outbox: Outbox;
    /** The cable to the same backend, once it is known. */
    protected application: ApplicationChannel | null;
    protected tiedTo: Contact | null;
    /** Ends with the visit. */
    protected readonly life: AbortController;
    constructor({ endpoint, webchat, storage }: ChatOptions, ports: ChatPorts);
    protected get over(): boolean;
    /** The session, made now if there is none, and tied to the contact the host application vouches for. */
    protected signIn(signal: AbortSignal): Promise<void>;
    /** @returns false where the visitor has signed out meanwhile: the next one is somebody else */
    protected tie(identity: Identity): Promise<boolean>;
    protected takeHistory(messages: readonly Message[], hasMore: boolean): void;
    /** To the other tabs of the browser, where they have the same visitor. */
    protected tell(news: Omit<TabNews, "session">): void;
    /** `end` is called when the visit is over. */
    protected untilOver(end: () => void): void;
    protected abstract heard(news: TabNews): void;
    /** Something that is drawn is not what it was. */
    protected abstract changed(): void;
    protected abstract fail(error: CablechatError): void;
    /** The backend has ended the session; from now on there is another one. */
    protected abstract onEnded(error: CablechatError): void;
    /** The backend has put a message into `conversation`; `null` where it does not say which. */
    protected abstract sentTo(conversation: string | null): void;
}
export {};
