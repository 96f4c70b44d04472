import { AgentConversationsAPI } from "../api/agent-conversations-api.ts";
import { decodeHeadFrame } from "../api/agent-decode.ts";
import { Http } from "../api/http.ts";
import type { ConnectionStatus } from "../core/connection-status.ts";
import type { ConversationHead } from "../core/conversation-head.ts";
import { Emitter, type Unsubscribe } from "../core/emitter.ts";
import { CablechatError, type CablechatErrorCode } from "../core/errors.ts";
import type { PageEvent } from "../core/ports.ts";
import { storageKey } from "../core/storage-key.ts";
import type { Webchat } from "../core/webchat.ts";
import { DeskActions } from "./desk-actions.ts";
import { DeskConversation } from "./desk-conversation.ts";
import type { DeskEvents } from "./desk-events.ts";
import { DeskLine } from "./desk-line.ts";
import { assertDeskOptions, type DeskOptions, type DeskPorts } from "./desk-options.ts";
import { DeskOutbox } from "./desk-outbox.ts";
import { HeadList } from "./head-list.ts";
import { OpenConversations } from "./open-conversations.ts";

/** Nothing works until somebody changes something: the token, the set-up of the page, or the backend. */
const FATAL: readonly CablechatErrorCode[] = ["invalid_token", "unknown_webchat", "origin_not_allowed"];

/** The agent's side of one webchat, headless: the list of conversations, live, and those that were opened. */
export class Desk {
  readonly list: HeadList;
  readonly outbox: DeskOutbox;
  readonly actions: DeskActions;
  readonly #ports: DeskPorts;
  readonly #api: AgentConversationsAPI;
  readonly #line: DeskLine;
  readonly #events: Emitter<DeskEvents>;
  readonly #open = new OpenConversations();
  readonly #life = new AbortController();
  #connection: ConnectionStatus = { state: "idle" };
  #problem: CablechatError | null = null;
  #unreadCount = 0;

  /** @throws CablechatError `invalid_configuration`, naming the option; `invalid_token` without a token */
  constructor(options: DeskOptions, ports: DeskPorts) {
    assertDeskOptions(options);
    const { endpoint, webchat, token } = options;
    const { clock, random, warn } = ports;
    this.#ports = ports;
    this.#events = new Emitter(ports.reportError);
    const http = new Http({ endpoint, fetch: ports.fetch, clock });
    const unreadable = (error: CablechatError) => warn(`Something was left out: ${error.message}`);
    this.#api = new AgentConversationsAPI({ http, token, unreadable });
    this.actions = new DeskActions({
      api: this.#api,
      signal: this.#life.signal,
      learned: (conversation) => {
        const head = this.#open.byId(conversation.id)?.head ?? this.list.byId(conversation.id);
        if (head) this.#learn({ ...head, conversation });
      },
      merged: (conversation, message) => this.#open.byId(conversation)?.merge(message),
    });
    this.list = new HeadList({
      list: (query, signal) => this.#api.list(query, signal),
      clock,
      random,
      changed: () => this.#listChanged(),
      failed: (error) => this.#fail(error),
    });
    this.#line = new DeskLine(options, ports, http, {
      ready: () => this.list.refresh(),
      confirmed: () => {
        // What changed before the confirmation was not broadcast to us.
        this.list.refresh();
        this.outbox.kick();
      },
      received: (data) => this.#receive(data),
      look: () => this.list.refresh(),
      progressed: () => this.#progressed(),
      failed: (error) => this.#fail(error),
    });
    this.outbox = this.#newOutbox(storageKey("desk-outbox", endpoint, webchat));
    const stopListening = ports.lifecycle.listen((event) => this.#onPageEvent(event));
    this.#life.signal.addEventListener("abort", stopListening, { once: true });
  }

  /** The settings; `null` before the backend has answered. */
  get webchat(): Webchat | null {
    return this.#line.webchat;
  }

  get connection(): ConnectionStatus {
    return this.#connection;
  }

  /** What keeps the desk from working at all; `null` when nothing does. */
  get problem(): CablechatError | null {
    return this.#problem;
  }

  get unreadCount(): number {
    return this.#unreadCount;
  }

  /** The conversation the agent looks at. */
  get selected(): DeskConversation | null {
    return this.#open.selected;
  }

  on<Name extends keyof DeskEvents>(name: Name, listener: (payload: DeskEvents[Name]) => void): Unsubscribe {
    return this.#events.on(name, listener);
  }

  /** Connects, and sends what an earlier page left unsent. */
  start(): void {
    this.outbox.start();
    this.#line.start();
    this.#progressed();
  }

  /** Looks at a conversation of the list; `null` for none. One that is not listed changes nothing. */
  select(id: string | null): void {
    if (this.#life.signal.aborted) return;
    if (id === null) this.#open.select(null);
    else {
      const conversation = this.#open.byId(id) ?? this.#newConversation(id);
      if (conversation) this.#open.select(conversation);
    }
    this.#progressed();
  }

  /** Ends everything that was started. What is unsent stays stored, and goes out with the next desk. */
  destroy(): void {
    if (this.#life.signal.aborted) return;
    this.#life.abort();
    this.#stop();
    this.#connection = { state: "closed", reason: "destroyed" };
    this.#events.emit("connection", this.#connection);
    this.#events.clear();
  }

  #stop(): void {
    this.list.stop();
    this.outbox.stop();
    this.#open.clear();
    this.#line.stop();
  }

  #newOutbox(key: string): DeskOutbox {
    return new DeskOutbox({
      api: this.#api,
      storage: this.#ports.outboxStorage(key),
      lockName: key,
      ports: this.#ports,
      events: {
        pending: (conversation, message) => {
          this.#open.byId(conversation)?.showPending(message);
          this.#changed();
        },
        sent: (conversation, clientId, answer) => {
          this.#open.byId(conversation)?.merge({ ...answer, clientId });
          this.#changed();
        },
        delayed: ({ retryAfterMs }) => {
          if (retryAfterMs !== undefined) this.#line.application?.holdOff(retryAfterMs);
        },
        failed: (error) => this.#fail(error),
      },
    });
  }

  #newConversation(id: string): DeskConversation | null {
    const head = this.list.byId(id);
    const { application, identifier } = this.#line;
    if (!head || !application) return null;
    return new DeskConversation({
      head,
      api: this.#api,
      application,
      identifier: (conversation) => ({ ...identifier, conversation }),
      outbox: this.outbox,
      ports: this.#ports,
      events: {
        changed: () => this.#changed(),
        progressed: () => this.#progressed(),
        failed: (error) => this.#fail(error),
        catchup: (phase, reason, messages) => this.#events.emit("catchup", { phase, reason, messages }),
      },
    });
  }

  #receive(data: unknown): void {
    try {
      const head = decodeHeadFrame(data);
      if (head) this.#learn(head);
    } catch (error) {
      // The named case: a frame that breaks the contract. It is dropped, and what it should have brought is asked for.
      if (!(error instanceof CablechatError)) throw error;
      this.#ports.warn(error.message, error.cause);
      this.list.refresh();
    }
  }

  #learn(head: ConversationHead): void {
    this.#open.byId(head.conversation.id)?.learn(head);
    this.list.live(head);
  }

  #listChanged(): void {
    for (const conversation of this.#open.all) {
      const head = this.list.byId(conversation.id);
      if (head) conversation.learn(head);
    }
    const count = this.list.heads.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
    if (count !== this.#unreadCount) {
      this.#unreadCount = count;
      this.#events.emit("unread", { count });
    }
    this.#progressed();
  }

  #onPageEvent(event: PageEvent): void {
    this.#line.refresh();
    for (const conversation of this.#open.all) conversation.refresh();
    if (event === "visible" || event === "restored") this.list.refresh();
    if (event === "visible" || event === "online") this.outbox.kick();
    this.#progressed();
  }

  #fail(error: CablechatError): void {
    if (error.code === "aborted" || this.#life.signal.aborted) return;
    if (FATAL.includes(error.code)) {
      this.#problem = error;
      this.#stop();
    }
    this.#events.emit("error", { error });
    this.#progressed();
  }

  #progressed(): void {
    if (this.#life.signal.aborted) return;
    const caughtUp = !this.list.refreshing && (this.selected?.caughtUp ?? true);
    const status = this.#line.status(caughtUp);
    if (JSON.stringify(status) !== JSON.stringify(this.#connection)) {
      this.#connection = status;
      this.#events.emit("connection", status);
    }
    this.#changed();
  }

  #changed(): void {
    if (!this.#life.signal.aborted) this.#events.emit("change", {});
  }
}
