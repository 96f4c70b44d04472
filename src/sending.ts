import { Http } from "./api/http.ts";
import { WebchatsAPI } from "./api/webchats-api.ts";
import type { ApplicationChannel } from "./channels/application-channel.ts";
import type { ChatOptions, ChatPorts } from "./chat-options.ts";
import type { ChatEvents } from "./core/chat-events.ts";
import { Emitter } from "./core/emitter.ts";
import { CablechatError } from "./core/errors.ts";
import type { Message } from "./core/message.ts";
import type { TabChannel } from "./core/ports.ts";
import { storageKey } from "./core/storage-key.ts";
import { TAB_NEWS_VERSION, type TabNews } from "./core/tab-news.ts";
import type { OutgoingMessage } from "./core/webchat.ts";
import { Outbox } from "./outbox/outbox.ts";
import { SessionKeeper } from "./session/session-keeper.ts";
import { MessageStore } from "./store/message-store.ts";

/** What a visitor writes, on its way out: under which session, shown as what, told by which event. */
export abstract class Sending {
  /** Whether a reload would lose what is pending: the browser denies storage. */
  memoryOnly = false;
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
  /** Ends with the visit. */
  protected readonly life = new AbortController();

  constructor({ endpoint, webchat, storage = "local" }: ChatOptions, ports: ChatPorts) {
    this.ports = ports;
    this.events = new Emitter(ports.reportError);
    const key = storageKey("session", endpoint, webchat);
    this.keeper = new SessionKeeper(key, storage, ports);
    this.#tabs = ports.tabChannel(key + TAB_NEWS_VERSION, (news) => this.heard(news as TabNews));
    this.untilOver(() => this.#tabs.close());
    this.http = new Http({ ...ports, endpoint });
    const ask = this.http.reader(`/webchats/${encodeURIComponent(webchat)}`, () => this.keeper.session);
    const unreadable = ({ message }: CablechatError) => ports.warn(`Left out: ${message}`);
    this.webchats = new WebchatsAPI(ask, unreadable);
    const lockName = storageKey("outbox", endpoint, webchat);
    this.outbox = new Outbox({
      ...ports,
      storage: ports.outboxStorage(lockName),
      lockName,
      send: async (message, signal) => {
        await this.keeper.ensure(signal);
        return this.webchats.send(message, signal);
      },
      events: {
        shown: (message, error) => this.#show(message, error),
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
          this.fail(new CablechatError("storage_unavailable", "Nothing can be stored.", { cause }));
        },
      },
    });
  }

  protected get over(): boolean {
    return this.life.signal.aborted;
  }

  protected takeHistory(messages: readonly Message[], hasMore: boolean): void {
    this.store.prepend(messages, hasMore);
    for (const message of messages) this.outbox.acknowledge(message);
  }

  /** To the other tabs of the browser, where they have the same visitor. */
  protected tell(news: Omit<TabNews, "session">): void {
    if (this.keeper.isShared) this.#tabs.tell({ ...news, session: this.keeper.session });
  }

  /** `end` is called when the visit is over. */
  protected untilOver(end: () => void): void {
    this.life.signal.addEventListener("abort", end);
  }

  protected abstract heard(news: TabNews): void;
  /** Something that is drawn is not what it was. */
  protected abstract changed(): void;
  protected abstract fail(error: CablechatError): void;
  /** The backend has put a message into `conversation`; `null` where it does not say which. */
  protected abstract sentTo(conversation: string | null): void;

  #show({ clientId, body }: OutgoingMessage, error: CablechatError | null): void {
    this.store.putPending({ clientId, body, error });
    this.changed();
  }

  #onSent(answer: Message): void {
    this.store.upsert(answer);
    this.tell({ message: answer, sent: true });
    const message = this.store.byId(answer.id);
    if (message) this.events.emit("sent", { message });
    // Whoever was told may have ended it all.
    if (!this.over) this.sentTo(answer.conversation);
  }
}
