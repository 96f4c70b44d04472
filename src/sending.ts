import { type Ask, Http } from "./api/http.ts";
import { WebchatsAPI } from "./api/webchats-api.ts";
import type { ApplicationChannel } from "./channels/application-channel.ts";
import type { ChatOptions, ChatPorts } from "./chat-options.ts";
import type { ChatEvents } from "./core/chat-events.ts";
import { Emitter } from "./core/emitter.ts";
import { CablechatError } from "./core/errors.ts";
import type { Message } from "./core/message.ts";
import { onDemand } from "./core/on-demand.ts";
import type { TabChannel } from "./core/ports.ts";
import { storageKey } from "./core/storage-key.ts";
import { TAB_NEWS_VERSION, type TabNews } from "./core/tab-news.ts";
import type { OutgoingMessage, Uploads } from "./core/webchat.ts";
import { Outbox } from "./outbox/outbox.ts";
import type { Contact } from "./session/contact.ts";
import { SessionKeeper } from "./session/session-keeper.ts";
import { MessageStore } from "./store/message-store.ts";

const ENDED: readonly string[] = ["session_expired", "invalid_session"];

/** A backend that takes none of so many new sessions in a row will not take the next one either. */
const MAX_RENEWALS = 3;

/** What a visitor writes, on its way out: under which session, shown as what, told by which event. */
export abstract class Sending {
  /** Whether a reload would lose what is pending: the browser denies storage. */
  memoryOnly = false;
  /** What `prefill()` gave. */
  draft = "";
  declare protected readonly ports: ChatPorts;
  declare protected readonly events: Emitter<ChatEvents>;
  protected readonly store = new MessageStore("visitor");
  declare protected readonly keeper: SessionKeeper;
  declare protected readonly http: Http;
  declare protected readonly webchats: WebchatsAPI;
  declare protected readonly outbox: Outbox;
  readonly #tabs: TabChannel;
  /** The cable to the same backend, once it is known. */
  protected application: ApplicationChannel | null = null;
  /** As whom the page has introduced the visitor. */
  protected contact: Contact | null = null;
  /** How many visitors have signed out here. */
  protected visitors = 0;
  /** Whether the last answer to a message is to one under a session that has ended since: the next one may not read it. */
  #isLate = false;
  /** New sessions in the place of ended ones, since the backend last took a message. */
  #renewals = 0;
  /** Ends with the visit. */
  protected readonly life = new AbortController();

  constructor({ endpoint, webchat, storage: kind = "local" }: ChatOptions, ports: ChatPorts) {
    this.ports = ports;
    this.events = new Emitter(ports.reportError);
    const key = storageKey("session", endpoint, webchat);
    this.keeper = new SessionKeeper(key, kind, ports);
    this.#tabs = ports.tabChannel(key + TAB_NEWS_VERSION, (news) => this.heard(news as TabNews));
    this.untilOver(() => this.#tabs.close());
    this.http = new Http({ ...ports, endpoint });
    const reader = this.http.reader(`/webchats/${encodeURIComponent(webchat)}`, () => this.keeper.session);
    const ask: Ask = (...request) => {
      const { session } = this.keeper;
      return reader(...request).catch((error: CablechatError) => {
        if (!session || !ENDED.includes(error.code) || !this.#isReplaced(session, error)) throw error;
        throw new CablechatError("aborted", "Ended.", { retryable: true, cause: error });
      });
    };
    const unreadable = ({ message }: CablechatError) => ports.warn(`Left out: ${message}`);
    this.webchats = new WebchatsAPI(ask, unreadable);
    const lockName = storageKey("outbox", endpoint, webchat);
    // What is kept there is all tabs': one that is by itself would send what another has written.
    const storage = kind === "local" ? ports.outboxStorage(lockName) : null;
    this.memoryOnly = !storage;
    this.outbox = new Outbox({
      ...ports,
      storage,
      lockName,
      send: async (message, signal, keep) => {
        await this.signIn(signal);
        if (!message.files?.length) return this.#post(message, signal);
        const { sendFiles } = await onDemand(import("./send-files.ts"));
        return sendFiles(message, {
          ...ports,
          ask,
          post: (whole) => this.#post(whole, signal),
          storage,
          uploads: this.uploads,
          signal,
          signIn: () => this.signIn(signal),
          keep,
        });
      },
      events: {
        shown: (message, error) => {
          this.#show(message, error);
          // By an earlier page, which could not begin a new one.
          if (error && ENDED.includes(error.code) && this.#renewals < MAX_RENEWALS) {
            void this.outbox.retry(message.clientId);
          }
        },
        sent: ({ clientId }, answer) => this.#onSent({ ...answer, clientId }),
        gone: (clientId) => {
          this.store.removePending(clientId);
          this.changed();
        },
        stored: () => this.tell({}),
        failed: (outgoing, error) => {
          this.#show(outgoing, error);
          const message = this.store.byClientId(outgoing.clientId);
          if (message) this.events.emit("failed", { message, error });
        },
        delayed: ({ retryAfterMs }) => {
          if (retryAfterMs !== undefined) this.application?.holdOff(retryAfterMs);
        },
        memoryOnly: (cause) => {
          this.memoryOnly = true;
          this.fail(new CablechatError("storage_unavailable", "No storage.", { cause }));
        },
      },
    });
  }

  protected get over(): boolean {
    return this.life.signal.aborted;
  }

  /** The session, made now if there is none, and tied to the contact the host application vouches for. */
  protected async signIn(signal: AbortSignal): Promise<void> {
    const session = await this.keeper.ensure(signal);
    const refused = await this.contact?.signIn(session, signal);
    if (refused) this.fail(refused);
    // Another request may have found it ended meanwhile.
    if (session !== this.keeper.session) await this.signIn(signal);
  }

  /** Tells, as `tell` does it, who the visitor is; what the backend knows under that name is asked for. */
  protected async introduce(tell: (contact: Contact, signal: AbortSignal) => Promise<boolean>): Promise<void> {
    const { visitors } = this;
    const hasLeft = () => visitors !== this.visitors;
    const { Contact } = await import("./session/contact.ts");
    // It was said of a visitor who has left.
    if (hasLeft()) return;
    this.contact ??= new Contact(this.keeper, this.webchats, hasLeft);
    if (await tell(this.contact, this.life.signal)) this.introduced();
  }

  protected forgetVisitor(): void {
    this.draft = "";
    this.contact = null;
    this.visitors += 1;
  }

  protected takeHistory(messages: readonly Message[], hasMore: boolean): void {
    this.store.prepend(messages, hasMore);
    for (const message of messages) this.outbox.acknowledge(message);
  }

  /** To the other tabs of the browser, where they have the same visitor. */
  protected tell(news: Omit<TabNews, "session">): void {
    if (this.keeper.isShared) this.#tabs.tell({ ...news, session: this.keeper.session });
  }

  /** The conversation that is read; nothing where there is none. */
  protected abstract get followed(): string | null | undefined;

  /** Which files the webchat takes, as far as that is known. */
  protected abstract get uploads(): Uploads | null | undefined;

  /** `end` is called when the visit is over. */
  protected untilOver(end: () => void): void {
    this.life.signal.addEventListener("abort", end);
  }

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

  /** Whether another session stands, or now begins, in the place of one that the backend has ended. */
  #isReplaced(session: string, error: CablechatError): boolean {
    const { keeper } = this;
    if (session === keeper.session && !this.over && this.#renewals < MAX_RENEWALS) {
      this.#renewals += 1;
      keeper.end();
      this.onEnded(error);
    }
    return session !== keeper.session;
  }

  #show(message: OutgoingMessage, error: CablechatError | null): void {
    this.store.putPending({ ...message, error });
    this.changed();
  }

  async #post(message: OutgoingMessage, signal: AbortSignal): Promise<Message> {
    const { session } = this.keeper;
    const answer = await this.webchats.send(message, signal);
    this.#isLate = session !== this.keeper.session;
    return answer;
  }

  #onSent(answer: Message): void {
    const { store, visitors } = this;
    const isLate = (this.#isLate && answer.conversation !== this.followed) || store.isPast(answer);
    this.#isLate = false;
    this.#renewals = 0;
    // A contact's next session reads it too.
    if (isLate && !this.contact?.isKnown) store.putPast(answer);
    else store.upsert(answer);
    if (!isLate) this.tell({ message: answer, sent: true });
    const message = store.messages.find(({ id }) => id === answer.id);
    if (message) this.events.emit("sent", { message });
    // Whoever was told may have ended it all, or signed out.
    if (this.over || visitors !== this.visitors) return;
    if (isLate) this.changed();
    else this.sentTo(answer);
  }
}
