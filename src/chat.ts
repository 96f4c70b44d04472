import { Http } from "./api/http.ts";
import { WebchatMessagesAPI } from "./api/webchat-messages-api.ts";
import { type Identity, WebchatsAPI } from "./api/webchats-api.ts";
import type { ApplicationChannel, CableUrl } from "./channels/application-channel.ts";
import { sharedChannel } from "./channels/shared-channels.ts";
import type { ChatEvents } from "./core/chat-events.ts";
import type { ConnectionStatus } from "./core/connection-status.ts";
import type { Conversation } from "./core/conversation.ts";
import { Emitter, type Unsubscribe } from "./core/emitter.ts";
import { CablechatError } from "./core/errors.ts";
import type { Author, Message, ShownMessage } from "./core/message.ts";
import type { KeyValueStorage, PageEvent, Ports, RecordStorage } from "./core/ports.ts";
import { storageKey } from "./core/storage-key.ts";
import type { Bootstrap, OutgoingMessage, Webchat } from "./core/webchat.ts";
import { Outbox } from "./outbox/outbox.ts";
import type { OutboxEntry } from "./outbox/outbox-entry.ts";
import { validBody } from "./outbox/valid-body.ts";
import { BootstrapLoop } from "./session/bootstrap-loop.ts";
import { connectionStatus } from "./session/connection-report.ts";
import { ReadPointer } from "./session/read-pointer.ts";
import { SessionKeeper, type StorageKind } from "./session/session-keeper.ts";
import { TypingList } from "./session/typing-list.ts";
import { TypingNotifier } from "./session/typing-notifier.ts";
import { MessageStore } from "./store/message-store.ts";
import { Thread } from "./thread.ts";

export interface ChatOptions {
  /** The backend's mount point, absolute, e.g. `https://app.example.com/cablechat`. */
  endpoint: string;
  /** The webchat's public id. */
  webchat: string;
  /** The cable's URL, or a function giving it at each attempt. @default the bootstrap's */
  cable?: CableUrl | undefined;
  /** The channel's name. @default the bootstrap's */
  channel?: string | undefined;
  /** The ceiling of the first reconnection delay, in milliseconds. @default 1000 */
  reconnectDelayMs?: number | undefined;
  /** No reconnection delay is longer, in milliseconds. @default 30000 */
  maxReconnectDelayMs?: number | undefined;
  /** Where the session is kept. @default "local" */
  storage?: StorageKind | undefined;
}

export interface ChatPorts extends Ports {
  sessionStorage(kind: StorageKind): KeyValueStorage;
  outboxStorage(key: string): RecordStorage<OutboxEntry>;
}

const HISTORY_LIMIT = 50;
/** How often an open, visible panel compares itself with the backend: broadcasts can vanish on a healthy socket. */
const LOOK_INTERVAL_MS = 40_000;
const MAX_REJECTIONS = 3;

/** One webchat, headless: everything but the drawing. */
export class Chat {
  readonly #options: ChatOptions;
  readonly #ports: ChatPorts;
  readonly #events: Emitter<ChatEvents>;
  readonly #webchats: WebchatsAPI;
  readonly #messagesApi: WebchatMessagesAPI;
  readonly #keeper: SessionKeeper;
  readonly #store = new MessageStore("visitor");
  readonly #outbox: Outbox;
  readonly #bootstrap: BootstrapLoop;
  readonly #read: ReadPointer;
  readonly #typing: TypingList;
  readonly #typingNotifier: TypingNotifier;
  readonly #life = new AbortController();
  #application: ApplicationChannel | null = null;
  #thread: Thread | null = null;
  #webchat: Webchat | null = null;
  #identity: ChatEvents["identified"] = { identified: false, name: null };
  #lastIdentity: Identity | null = null;
  #attributes: Identity["attributes"] = {};
  #connection: ConnectionStatus = { state: "idle" };
  #retryInMs: number | null = null;
  #wasConfirmed = false;
  #problem: CablechatError | null = null;
  #unreadCount = 0;
  #hasMoreBefore = false;
  #loadingOlder = false;
  #isOpen = false;
  #started = false;
  #replaceAll = false;
  #rejections = 0;
  #memoryOnly = false;
  #draft = "";
  #cancelLook: (() => void) | null = null;

  /** @throws CablechatError `invalid_configuration`, naming the option */
  constructor(options: ChatOptions, ports: ChatPorts) {
    this.#options = options;
    this.#ports = ports;
    const { clock, random, lock, reportError } = ports;
    const { endpoint, webchat } = options;
    requireUrl("endpoint", endpoint);
    requireText("webchat", webchat);
    this.#events = new Emitter(reportError);
    const http = new Http({ endpoint, fetch: ports.fetch, clock });
    this.#webchats = new WebchatsAPI(http, webchat);
    this.#messagesApi = new WebchatMessagesAPI({
      http,
      path: `/webchats/${encodeURIComponent(webchat)}/messages`,
      bearer: () => this.#keeper.session,
      unreadable: (error) => ports.warn(`A message was left out: ${error.message}`),
    });
    this.#keeper = new SessionKeeper({
      key: storageKey("session", endpoint, webchat),
      kind: options.storage ?? "local",
      storages: (kind) => ports.sessionStorage(kind),
      lock,
      random,
    });
    this.#outbox = this.#newOutbox(storageKey("outbox", endpoint, webchat));
    this.#bootstrap = new BootstrapLoop({
      load: (signal) => this.#webchats.bootstrap(this.#keeper.session, signal),
      clock,
      random,
      loaded: (bootstrap) => this.#loaded(bootstrap),
      failed: (error, retryInMs) => this.#bootstrapFailed(error, retryInMs),
    });
    this.#read = new ReadPointer({
      report: async (id) => {
        const session = this.#keeper.session;
        if (session !== null) await this.#webchats.seen(session, id, this.#life.signal);
      },
      failed: (error) => this.#life.signal.aborted || ports.warn("What was read could not be told; it will be.", error),
    });
    this.#typing = new TypingList(clock, () => this.#changed());
    this.#typingNotifier = new TypingNotifier(clock, (state) => this.#thread?.perform("typing", { state }));
    const stopListening = ports.lifecycle.listen((event) => this.#onPageEvent(event));
    this.#life.signal.addEventListener("abort", stopListening, { once: true });
  }

  /** In the order shown; a new array at each change. */
  get messages(): readonly ShownMessage[] {
    return this.#store.messages;
  }

  get unreadCount(): number {
    return this.#unreadCount;
  }

  get connection(): ConnectionStatus {
    return this.#connection;
  }

  get conversation(): Conversation | null {
    return this.#thread?.conversation ?? null;
  }

  /** The settings; `null` before the bootstrap has answered. */
  get webchat(): Webchat | null {
    return this.#webchat;
  }

  /** Whether older messages can be loaded. */
  get hasMoreBefore(): boolean {
    return this.#hasMoreBefore;
  }

  get loadingOlder(): boolean {
    return this.#loadingOlder;
  }

  /** Who is typing right now. */
  get typing(): readonly Author[] {
    return this.#typing.authors;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether this browser has a session: a visitor who has written before. */
  get hasSession(): boolean {
    return this.#keeper.session !== null;
  }

  /** What `prefill()` gave. */
  get draft(): string {
    return this.#draft;
  }

  /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
  get problem(): CablechatError | null {
    return this.#problem;
  }

  /** Whether a reload would lose what is pending: the browser denies storage. */
  get memoryOnly(): boolean {
    return this.#memoryOnly;
  }

  on<Name extends keyof ChatEvents>(name: Name, listener: (payload: ChatEvents[Name]) => void): Unsubscribe {
    return this.#events.on(name, listener);
  }

  /** A returning visitor is connected; for a new one nothing happens until `open()` or `send()`. */
  start(): void {
    if (this.#started || this.#life.signal.aborted) return;
    this.#started = true;
    if (!this.hasSession) return;
    this.#begin();
    void this.#outbox.start();
  }

  /** The visitor looks at the conversation from now on. */
  open(): void {
    if (this.#isOpen || this.#life.signal.aborted) return;
    this.#isOpen = true;
    this.start();
    this.#begin();
    this.#updateForeground();
    this.#readWhatIsSeen();
    this.#events.emit("open", {});
    this.#changed();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#typingNotifier.stop();
    this.#updateForeground();
    this.#events.emit("close", {});
    this.#changed();
  }

  toggle(): void {
    if (this.#isOpen) this.close();
    else this.open();
  }

  /**
   * Sends `text`, now or as soon as it can be.
   *
   * @returns the message's client id
   * @throws CablechatError `invalid`, with `fields.body`: empty, or longer than 10,000 characters
   */
  send(text: string): string {
    this.#assertAlive();
    const body = validBody(text);
    const clientId = this.#ports.random.uuid();
    this.#typingNotifier.stop();
    this.#draft = "";
    void this.#outbox.enqueue({ clientId, body, attachments: [], page: this.#ports.lifecycle.page() });
    return clientId;
  }

  /** Tries a failed message again. */
  retry(clientId: string): void {
    void this.#outbox.retry(clientId);
  }

  /** Deletes a message that could not be sent. */
  discard(clientId: string): void {
    this.#store.removePending(clientId);
    void this.#outbox.discard(clientId);
    this.#changed();
  }

  /** Loads the messages before the first one shown. A failure is told as `error`; calling again tries again. */
  async loadOlder(): Promise<void> {
    const oldest = this.#store.oldest;
    if (!oldest || !this.#hasMoreBefore || this.#loadingOlder) return;
    this.#loadingOlder = true;
    this.#changed();
    try {
      const query = { beforeId: oldest.id, limit: HISTORY_LIMIT };
      const page = await this.#messagesApi.list(query, this.#life.signal);
      for (const message of page.messages) this.#store.upsert(message);
      this.#hasMoreBefore = page.hasMore;
    } catch (error) {
      // The named case: the request failed. What is on screen stays.
      if (!(error instanceof CablechatError)) throw error;
      if (error.code === "unknown_cursor") this.#startOver();
      this.#fail(error);
    } finally {
      this.#loadingOlder = false;
      this.#changed();
    }
  }

  /** The visitor has pressed a key in the composer. */
  notifyTyping(): void {
    this.#typingNotifier.typed();
  }

  /** Puts `text` into the composer. */
  prefill(text: string): void {
    this.#draft = text;
    this.#changed();
  }

  /**
   * Ties the session to a contact of the host application.
   *
   * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
   */
  async identify(identity: Identity): Promise<void> {
    this.#assertAlive();
    const session = await this.#keeper.ensure(this.#life.signal);
    const attributes = { ...this.#attributes, ...identity.attributes };
    await this.#webchats.identify(session, { ...identity, attributes }, this.#life.signal);
    this.#lastIdentity = identity;
    this.#attributes = attributes;
    this.#started = true;
    this.#startOver();
  }

  /** Adds to what the staff see of the visitor; before `identify()` it is kept until then. */
  async setAttributes(attributes: NonNullable<Identity["attributes"]>): Promise<void> {
    this.#attributes = { ...this.#attributes, ...attributes };
    if (this.#lastIdentity) await this.identify(this.#lastIdentity);
  }

  /** Signs out: forgets session, outbox and transcript on this browser. */
  async reset(): Promise<void> {
    this.#bootstrap.stop();
    this.#thread?.leave();
    this.#keeper.forget();
    this.#store.clear();
    this.#read.reset();
    this.#typing.clear();
    this.#lastIdentity = null;
    this.#attributes = {};
    this.#hasMoreBefore = false;
    this.#draft = "";
    this.#setIdentity({ identified: false, name: null });
    await this.#outbox.clear();
    this.#events.emit("conversation", { conversation: null });
    this.#progressed();
  }

  /** Keeps the session elsewhere from now on, e.g. after consent. */
  setStorage(kind: StorageKind): void {
    this.#keeper.moveTo(kind);
  }

  /** Ends everything that was started. The chat cannot be used afterwards. */
  destroy(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#bootstrap.stop();
    this.#outbox.stop();
    this.#typingNotifier.stop();
    this.#thread?.leave();
    this.#typing.clear();
    this.#cancelLook?.();
    this.#application?.setForeground(this, false);
    this.#connection = { state: "closed", reason: "destroyed" };
    this.#events.emit("connection", this.#connection);
    this.#events.clear();
  }

  #begin(): void {
    if (!this.#webchat || this.#problem) this.#bootstrap.start();
    this.#progressed();
  }

  /** What is known may be wrong: the bootstrap tells anew. */
  #startOver(): void {
    this.#replaceAll = true;
    this.#bootstrap.start();
    this.#progressed();
  }

  #loaded(bootstrap: Bootstrap): void {
    const first = this.#webchat === null;
    this.#webchat = bootstrap.webchat;
    this.#problem = null;
    this.#retryInMs = null;
    if (this.#replaceAll) this.#store.clearReceived();
    this.#replaceAll = false;
    for (const message of bootstrap.messages) this.#store.upsert(message);
    this.#hasMoreBefore = bootstrap.hasMoreBefore;
    if (bootstrap.session) {
      this.#setIdentity({ identified: bootstrap.session.identified, name: bootstrap.session.name });
    }
    this.#thread ??= this.#newThread(bootstrap);
    if (bootstrap.conversation) {
      this.#thread.follow(bootstrap.conversation, bootstrap.revision, bootstrap.messages);
      this.#onConversation(bootstrap.conversation);
    } else this.#thread.leave();
    if (first) this.#events.emit("ready", {});
    for (const message of bootstrap.messages) void this.#outbox.acknowledge(message);
    this.#progressed();
  }

  #bootstrapFailed(error: CablechatError, retryInMs: number | null): void {
    this.#retryInMs = retryInMs;
    this.#problem = error;
    this.#fail(error);
    this.#progressed();
  }

  #newThread(bootstrap: Bootstrap): Thread {
    const { webchat, channel = bootstrap.cable.channel } = this.#options;
    const url = this.#options.cable ?? cableUrl(bootstrap.cable.url, this.#options.endpoint);
    const application = sharedChannel(url, this.#ports, this.#options);
    this.#application = application;
    this.#updateForeground();
    const stopWatching = application.on("status", () => this.#progressed());
    this.#life.signal.addEventListener("abort", stopWatching, { once: true });
    const thread = new Thread({
      application,
      identifier: (conversation) => ({ channel, id: webchat, session: this.#keeper.session ?? "", conversation }),
      api: this.#messagesApi,
      store: this.#store,
      ports: this.#ports,
    });
    thread.on("change", () => this.#changed());
    thread.on("inserted", ({ message }) => this.#onInserted(message));
    thread.on("conversation", ({ conversation }) => this.#onConversation(conversation));
    thread.on("typing", ({ author, started }) => this.#onTyping(author, started));
    thread.on("progress", () => this.#onProgress(thread));
    thread.on("catchup", (catchup) => this.#events.emit("catchup", catchup));
    thread.on("error", ({ error }) => this.#fail(error));
    thread.on("lost", () => this.#startOver());
    thread.on("rejected", () => this.#onRejected());
    return thread;
  }

  #newOutbox(key: string): Outbox {
    const { clock, random, lock } = this.#ports;
    return new Outbox({
      storage: this.#ports.outboxStorage(key),
      lock,
      lockName: key,
      clock,
      random,
      send: (message, signal) => this.#post(message, signal),
      events: {
        pending: (message) => this.#showPending(message, null),
        sent: (message, answer) => this.#onSent(message, answer),
        failed: (message, error) => {
          this.#showPending(message, error);
          const shown = this.#store.byClientId(message.clientId);
          if (shown) this.#events.emit("failed", { message: shown, error });
        },
        delayed: (error) => this.#patience(error),
        memoryOnly: (cause) => {
          this.#memoryOnly = true;
          const hint = "The browser keeps nothing: a reload would lose messages that are not sent yet.";
          this.#fail(new CablechatError("storage_unavailable", hint, { cause }));
          this.#changed();
        },
      },
    });
  }

  async #post(message: OutgoingMessage, signal: AbortSignal): Promise<Message> {
    await this.#keeper.ensure(signal);
    return this.#messagesApi.send(message, signal);
  }

  #showPending({ clientId, body }: OutgoingMessage, error: CablechatError | null): void {
    this.#store.putPending({ clientId, body, error });
    this.#changed();
  }

  #onSent({ clientId }: OutgoingMessage, answer: Message): void {
    const { conversation } = answer;
    this.#store.upsert(answer.clientId === null ? { ...answer, clientId } : answer);
    const shown = this.#store.byId(answer.id);
    if (shown) this.#events.emit("sent", { message: shown });
    this.#changed();
    if (!this.#thread || conversation === null) this.#bootstrap.start();
    else if (this.#thread.followed !== conversation) this.#thread.follow(conversation, 0, []);
    this.#progressed();
  }

  #onInserted(message: Message): void {
    void this.#outbox.acknowledge(message);
    this.#typing.stopped(message.author);
    if (message.author.type === "visitor") return;
    const shown = this.#store.byId(message.id);
    if (shown) this.#events.emit("message", { message: shown });
  }

  #onConversation(conversation: Conversation): void {
    this.#read.learn(conversation.seen.visitor, this.messages);
    this.#events.emit("conversation", { conversation });
    this.#changed();
  }

  #onTyping(author: Author, started: boolean): void {
    if (author.type === "visitor") return;
    if (started) this.#typing.started(author);
    else this.#typing.stopped(author);
  }

  #onProgress(thread: Thread): void {
    if (thread.confirmed) {
      this.#wasConfirmed = true;
      this.#outbox.kick();
      this.#read.flush();
    }
    if (thread.caughtUp) this.#rejections = 0;
    this.#progressed();
  }

  /** The conversation may have moved to another one; a bootstrap tells. Not for ever: a wrong set-up never heals. */
  #onRejected(): void {
    this.#rejections += 1;
    this.#fail(new CablechatError("subscription_rejected", "The server refused the subscription to the conversation."));
    if (this.#rejections < MAX_REJECTIONS) this.#startOver();
    this.#progressed();
  }

  #onPageEvent(event: PageEvent): void {
    if (event === "visible" || event === "restored") this.#thread?.look("visible");
    if (event === "online" || event === "visible") {
      this.#outbox.kick();
      if (this.#bootstrap.running) this.#bootstrap.start();
    }
    this.#updateForeground();
    this.#readWhatIsSeen();
    this.#progressed();
  }

  #updateForeground(): void {
    const looking = this.#isOpen && this.#ports.lifecycle.visible;
    this.#application?.setForeground(this, looking);
    this.#cancelLook?.();
    this.#cancelLook = looking ? this.#ports.clock.setTimeout(() => this.#lookAround(), LOOK_INTERVAL_MS) : null;
  }

  #lookAround(): void {
    this.#thread?.look("interval");
    this.#updateForeground();
  }

  #readWhatIsSeen(): void {
    if (this.#isOpen && this.#ports.lifecycle.visible) this.#read.readAll(this.messages);
    const count = this.#read.unread(this.messages);
    if (count === this.#unreadCount) return;
    this.#unreadCount = count;
    this.#events.emit("unread", { count });
  }

  #patience(error: CablechatError): void {
    if (error.retryAfterMs !== undefined) this.#application?.holdOff(error.retryAfterMs);
  }

  #setIdentity(identity: ChatEvents["identified"]): void {
    const changed = identity.identified !== this.#identity.identified || identity.name !== this.#identity.name;
    this.#identity = identity;
    if (changed && identity.identified) this.#events.emit("identified", identity);
  }

  #fail(error: CablechatError): void {
    if (error.code !== "aborted") this.#events.emit("error", { error });
  }

  #changed(): void {
    if (this.#life.signal.aborted) return;
    this.#readWhatIsSeen();
    this.#events.emit("change", {});
  }

  #progressed(): void {
    if (this.#life.signal.aborted) return;
    const status = connectionStatus({
      online: this.#ports.lifecycle.online,
      bootstrap: { running: this.#bootstrap.running, retryInMs: this.#retryInMs },
      channel: this.#thread?.followed ? (this.#application?.status ?? null) : null,
      confirmed: this.#thread?.confirmed ?? false,
      caughtUp: this.#thread?.caughtUp ?? false,
      wasConfirmed: this.#wasConfirmed,
    });
    if (JSON.stringify(status) !== JSON.stringify(this.#connection)) {
      this.#connection = status;
      this.#events.emit("connection", status);
    }
    this.#changed();
  }

  #assertAlive(): void {
    if (this.#life.signal.aborted) throw new CablechatError("destroyed", "This chat has been destroyed.");
  }
}

function requireText(name: string, value: unknown): void {
  if (typeof value === "string" && value.trim() !== "") return;
  throw new CablechatError("invalid_configuration", `"${name}" is missing: set it to the webchat's public id.`);
}

function requireUrl(name: string, value: unknown): void {
  if (typeof value === "string" && /^https?:\/\//i.test(value) && URL.canParse(value)) return;
  const remedy = "set it to the backend's mount point, e.g. https://app.example.com/cablechat";
  throw new CablechatError("invalid_configuration", `"${name}" is ${value ? "not an http(s) URL" : "missing"}: ${remedy}.`);
}

/** A cable URL may be relative to the endpoint, and may say http for ws. */
function cableUrl(url: string, endpoint: string): string {
  return new URL(url, endpoint).href.replace(/^http/i, "ws");
}
