import { Http } from "./api/http.ts";
import { WebchatMessagesAPI } from "./api/webchat-messages-api.ts";
import { WebchatsAPI } from "./api/webchats-api.ts";
import type { ApplicationChannel } from "./channels/application-channel.ts";
import { sharedChannel } from "./channels/shared-channels.ts";
import type { ChatOptions, ChatPorts } from "./chat-options.ts";
import type { ChatEvents } from "./core/chat-events.ts";
import type { ConnectionStatus } from "./core/connection-status.ts";
import type { Conversation } from "./core/conversation.ts";
import { Emitter } from "./core/emitter.ts";
import { CablechatError } from "./core/errors.ts";
import type { Message } from "./core/message.ts";
import type { PageEvent } from "./core/ports.ts";
import { storageKey } from "./core/storage-key.ts";
import type { Bootstrap, OutgoingMessage, Webchat } from "./core/webchat.ts";
import { Outbox } from "./outbox/outbox.ts";
import { Attention } from "./session/attention.ts";
import { BootstrapLoop } from "./session/bootstrap-loop.ts";
import { connectionStatus } from "./session/connection-report.ts";
import { SessionKeeper } from "./session/session-keeper.ts";
import { Typing } from "./session/typing.ts";
import { MessageStore } from "./store/message-store.ts";
import { Thread } from "./thread.ts";

const MAX_REJECTIONS = 3;

/** What happens between a visitor and one webchat: joins bootstrap, outbox, thread, session and attention. */
export abstract class Visit {
  /** The settings; `null` before the bootstrap has answered. */
  webchat: Webchat | null = null;
  connection: ConnectionStatus = { state: "idle" };
  /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
  problem: CablechatError | null = null;
  /** Whether a reload would lose what is pending: the browser denies storage. */
  memoryOnly = false;
  protected readonly ports: ChatPorts;
  protected readonly events: Emitter<ChatEvents>;
  protected readonly store = new MessageStore("visitor");
  protected readonly keeper: SessionKeeper;
  protected readonly webchats: WebchatsAPI;
  protected readonly messagesApi: WebchatMessagesAPI;
  /** Ends with the visit. */
  protected readonly life = new AbortController();
  protected readonly outbox: Outbox;
  protected readonly attention: Attention;
  protected readonly typists: Typing;
  protected thread: Thread | null = null;
  readonly #options: ChatOptions;
  readonly #bootstrap: BootstrapLoop;
  #application: ApplicationChannel | null = null;
  #retryInMs: number | null = null;
  #wasConfirmed = false;
  #started = false;
  #replaceAll = false;
  /** The conversation of a message that was sent while a bootstrap was under way. */
  #sentTo: string | null = null;
  /** Messages that `message` has told of: once each, also when everything is loaded anew. */
  readonly #told = new Set<string>();
  #rejections = 0;

  constructor(options: ChatOptions, ports: ChatPorts) {
    this.#options = options;
    this.ports = ports;
    const { clock, lifecycle } = ports;
    const { endpoint, webchat, storage = "local" } = options;
    const { signal } = this.life;
    this.events = new Emitter(ports.reportError);
    this.keeper = new SessionKeeper(storageKey("session", endpoint, webchat), storage, ports);
    const http = new Http({ endpoint, fetch: ports.fetch, clock });
    const path = `/webchats/${encodeURIComponent(webchat)}`;
    const bearer = () => this.keeper.session;
    const unreadable = (error: CablechatError) => ports.warn(`A message was left out: ${error.message}`);
    this.webchats = new WebchatsAPI({ http, path, bearer, unreadable });
    this.messagesApi = new WebchatMessagesAPI({ http, path: `${path}/messages`, bearer, unreadable });
    this.#bootstrap = new BootstrapLoop(ports, {
      load: (signal) => this.webchats.bootstrap(signal),
      loaded: (bootstrap) => this.#loaded(bootstrap),
      failed: (error, retryInMs) => {
        this.#retryInMs = retryInMs;
        this.problem = error;
        this.fail(error);
      },
    });
    this.attention = new Attention(ports, {
      messages: () => this.store.messages,
      unread: (count) => this.events.emit("unread", { count }),
      look: () => this.thread?.look("interval"),
      report: (messageId) => this.webchats.seen(messageId, signal),
    });
    this.typists = new Typing(clock, {
      changed: () => this.changed(),
      tell: (state) => this.thread?.perform("typing", { state }),
    });
    this.outbox = this.#newOutbox(storageKey("outbox", endpoint, webchat));
    signal.addEventListener(
      "abort",
      lifecycle.listen((event) => this.#onPageEvent(event)),
    );
  }

  protected get over(): boolean {
    return this.life.signal.aborted;
  }

  /** A returning visitor is connected, and what an earlier page left unsent goes out; a new one costs nothing. */
  start(): void {
    if (!this.#started && this.keeper.session !== null) this.begin();
  }

  /** The settings are needed now. What is left unsent is looked for without a session too: it may have been written first. */
  protected begin(): void {
    if (this.over) return;
    if (!this.#started) void this.outbox.start();
    this.#started = true;
    if (!this.webchat || this.problem) this.#bootstrap.start();
    this.#progressed();
  }

  /** What is known may be wrong: the bootstrap tells anew. */
  protected startOver(): void {
    this.#replaceAll = true;
    this.#sentTo = null;
    this.#bootstrap.start();
    this.#progressed();
  }

  protected async forget(): Promise<void> {
    this.#bootstrap.stop();
    this.thread?.leave();
    this.keeper.forget();
    this.store.clear();
    this.attention.forget();
    this.typists.clear();
    this.#wasConfirmed = false;
    this.#told.clear();
    this.#sentTo = null;
    this.events.emit("conversation", { conversation: null });
    this.#progressed();
    await this.outbox.clear();
  }

  protected end(): void {
    if (this.over) return;
    this.life.abort();
    this.#bootstrap.stop();
    this.outbox.stop();
    this.typists.stop();
    this.typists.clear();
    this.attention.stop();
    this.thread?.leave();
    this.connection = { state: "closed", reason: "destroyed" };
    this.events.emit("connection", this.connection);
    this.events.clear();
  }

  /** Something that is drawn is not what it was. */
  protected changed(): void {
    if (this.over) return;
    this.attention.count();
    this.events.emit("change", {});
  }

  #loaded(bootstrap: Bootstrap): void {
    const first = this.webchat === null;
    this.webchat = bootstrap.webchat;
    this.problem = null;
    this.#retryInMs = null;
    this.thread ??= this.#newThread(bootstrap);
    if (this.#isOutrun(bootstrap)) this.#bootstrap.start();
    else this.#take(bootstrap, this.thread);
    if (first) this.events.emit("ready", {});
    this.#progressed();
  }

  /** Whether a message of one's own has opened another conversation since this was answered. */
  #isOutrun({ conversation }: Bootstrap): boolean {
    const sentTo = this.#sentTo;
    this.#sentTo = null;
    return sentTo !== null && sentTo !== conversation?.id;
  }

  #take({ session, conversation, messages, revision, hasMoreBefore }: Bootstrap, thread: Thread): void {
    if (this.#replaceAll) this.store.clearReceived();
    this.#replaceAll = false;
    this.takeHistory(messages, hasMoreBefore);
    if (session?.identified) this.events.emit("identified", session);
    if (conversation) {
      thread.follow(conversation, revision, messages);
      this.#onConversation(conversation);
    } else thread.leave();
  }

  #newThread({ cable }: Bootstrap): Thread {
    const { webchat, endpoint, channel = cable.channel } = this.#options;
    const url = this.#options.cable ?? cableUrl(cable.url, endpoint);
    const application = sharedChannel(url, this.ports, this.#options);
    this.#application = application;
    this.attention.setApplication(application);
    this.life.signal.addEventListener(
      "abort",
      application.on("status", () => this.#progressed()),
    );
    return new Thread({
      application,
      identifier: (conversation) => ({ channel, id: webchat, session: this.keeper.session ?? "", conversation }),
      api: this.messagesApi,
      store: this.store,
      ports: this.ports,
      events: {
        changed: () => this.changed(),
        inserted: (message) => this.#onInserted(message),
        conversation: (conversation) => this.#onConversation(conversation),
        typing: (author, started) => {
          if (author.type !== "visitor") this.typists.heard(author, started);
        },
        progressed: () => this.#onProgress(),
        catchup: (phase, reason, messages) => this.events.emit("catchup", { phase, reason, messages }),
        lost: () => this.startOver(),
        rejected: () => this.#onRejected(),
        failed: (error) => this.fail(error),
      },
    });
  }

  #newOutbox(key: string): Outbox {
    const { clock, random, lock } = this.ports;
    return new Outbox({
      storage: this.ports.outboxStorage(key),
      lock,
      lockName: key,
      clock,
      random,
      send: async (message, signal) => {
        await this.keeper.ensure(signal);
        return this.messagesApi.send(message, signal);
      },
      events: {
        pending: (message) => this.#showPending(message, null),
        sent: (message, answer) => this.#onSent(message, answer),
        failed: (message, error) => {
          this.#showPending(message, error);
          const shown = this.store.byClientId(message.clientId);
          if (shown) this.events.emit("failed", { message: shown, error });
        },
        delayed: ({ retryAfterMs }) => {
          if (retryAfterMs !== undefined) this.#application?.holdOff(retryAfterMs);
        },
        memoryOnly: (cause) => {
          this.memoryOnly = true;
          const hint = "The browser keeps nothing: a reload would lose what is not sent yet.";
          this.fail(new CablechatError("storage_unavailable", hint, { cause }));
        },
      },
    });
  }

  protected takeHistory(messages: readonly Message[], hasMore: boolean): void {
    this.store.prepend(messages, hasMore);
    for (const message of messages) void this.outbox.acknowledge(message);
  }

  #showPending({ clientId, body }: OutgoingMessage, error: CablechatError | null): void {
    this.store.putPending({ clientId, body, error });
    this.changed();
  }

  #onSent({ clientId }: OutgoingMessage, answer: Message): void {
    const { conversation } = answer;
    this.store.upsert(answer.clientId === null ? { ...answer, clientId } : answer);
    const shown = this.store.byId(answer.id);
    if (shown) this.events.emit("sent", { message: shown });
    if (this.#bootstrap.running) this.#sentTo = conversation ?? "";
    else if (!this.thread || conversation === null) this.#bootstrap.start();
    if (this.thread && conversation !== null && this.thread.followed !== conversation) {
      this.thread.follow(conversation, 0, []);
    }
    this.#progressed();
  }

  #onInserted(message: Message): void {
    void this.outbox.acknowledge(message);
    this.typists.heard(message.author, false);
    const shown = this.store.byId(message.id);
    // Of a deleted one nobody knows any more whose it was, and there is nothing to tell.
    if (!shown || message.author.type === "visitor" || message.state === "deleted" || this.#told.has(message.id)) return;
    this.#told.add(message.id);
    this.events.emit("message", { message: shown });
  }

  #onConversation(conversation: Conversation): void {
    this.attention.learn(conversation.seen.visitor);
    this.events.emit("conversation", { conversation });
    this.changed();
  }

  #onProgress(): void {
    if (this.thread?.confirmed) {
      this.#wasConfirmed = true;
      this.outbox.kick();
      void this.attention.report();
    }
    if (this.thread?.caughtUp) this.#rejections = 0;
    this.#progressed();
  }

  /** The conversation may have moved to another one; a bootstrap tells. Not for ever: a wrong set-up never heals. */
  #onRejected(): void {
    this.#rejections += 1;
    if (this.#rejections < MAX_REJECTIONS) this.startOver();
    this.fail(new CablechatError("subscription_rejected", "The server refused the subscription."));
  }

  #onPageEvent(event: PageEvent): void {
    if (event === "visible" || event === "restored") this.thread?.look("visible");
    if (event === "online" || event === "visible") {
      this.outbox.kick();
      if (this.#bootstrap.running) this.#bootstrap.start();
    }
    this.attention.refresh();
    this.#progressed();
  }

  protected fail(error: CablechatError): void {
    if (error.code !== "aborted") this.events.emit("error", { error });
    this.#progressed();
  }

  #progressed(): void {
    if (this.over) return;
    const status = connectionStatus({
      online: this.ports.lifecycle.online,
      booting: this.#bootstrap.running,
      retryInMs: this.#retryInMs,
      channel: (this.thread?.followed && this.#application?.status) || { state: "idle" },
      confirmed: this.thread?.confirmed ?? false,
      caughtUp: this.thread?.caughtUp ?? false,
      wasConfirmed: this.#wasConfirmed,
    });
    if (JSON.stringify(status) !== JSON.stringify(this.connection)) {
      this.connection = status;
      this.events.emit("connection", status);
    }
    this.changed();
  }
}

/** A cable URL may be relative to the endpoint, and may say http for ws. */
function cableUrl(url: string, endpoint: string): string {
  return new URL(url, endpoint).href.replace(/^http/i, "ws");
}
