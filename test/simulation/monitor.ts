import type { Chat } from "../../src/chat.ts";
import type { Backend } from "./backend.ts";
import type { BackendConversation } from "./backend-conversation.ts";
import type { RestAnswer } from "./backend-rest.ts";
import type { BrowserMonitor } from "./browser-monitor.ts";
import { loadedOf } from "./loaded.ts";
import { RequestRate } from "./request-rate.ts";
import { Screen } from "./screen.ts";
import type { SimRequest } from "./sim-request.ts";
import type { SimSocket } from "./sim-socket.ts";

const MAX_LIMIT = 100;
/** After so many sockets in a row without a confirmation, a catch-up needs none: it polls. */
const SOCKETS_TRIED = 2;

/** Watches one page, and notes every promise of protocol/README.md ("What the client promises") that it breaks. */
export class Monitor {
  readonly violations: string[] = [];
  readonly rate = new RequestRate();
  readonly #backend: Backend;
  readonly #browser: BrowserMonitor;
  readonly #now: () => number;
  readonly #sockets = new Set<SimSocket>();
  /** Those that had a confirmation. */
  readonly #confirmed = new WeakSet<SimSocket>();
  /** How many in a row have ended without one. */
  #unconfirmed = 0;
  readonly #requests = new Set<SimRequest>();
  readonly #sent = new Set<string>();
  readonly #received = new Set<string>();
  /** The highest revision, by conversation, that the page may claim to know without a gap. */
  readonly #grounded = new Map<string, number>();
  /** The revisions that came live, by conversation. */
  readonly #live = new Map<string, Set<number>>();
  /** Since the last drop, no catch-up has come to its end. */
  #owed = true;
  /** Without revisions all that follows a reply which streams comes with each catch-up, however many pages it has. */
  #isContinued = false;
  readonly screen: Screen;
  #chat: Chat | null = null;
  /** How many there ever were. */
  socketsOpened = 0;
  /** How often the page has said that nothing is stored. */
  storageWarnings = 0;

  constructor(backend: Backend, browser: BrowserMonitor, now: () => number) {
    this.#backend = backend;
    this.#browser = browser;
    this.#now = now;
    this.screen = new Screen(backend, browser, (violation) => this.#fail(violation));
  }

  get liveSockets(): number {
    return this.#sockets.size;
  }

  get requestsUnderWay(): number {
    return this.#requests.size;
  }

  watch(chat: Chat): void {
    this.#chat = chat;
    chat.on("sent", ({ message }) => this.#once(this.#sent, message.clientId ?? "", "`sent` fired twice for"));
    chat.on("message", ({ message }) => this.#once(this.#received, message.id ?? "", "`message` fired twice for"));
    chat.on("error", ({ error }) => {
      if (error.code === "storage_unavailable") this.storageWarnings += 1;
    });
    chat.on("change", () => this.screen.changed(chat));
    // A session has ended: before the next is tied to the same contact, nothing else may have changed.
    chat.on("conversation", () => this.screen.changed(chat));
  }

  socketOpened(socket: SimSocket): void {
    this.rate.socket(this.#now());
    this.socketsOpened += 1;
    if (this.#sockets.size > 0) this.#fail("a second socket while one lives");
    this.#sockets.add(socket);
  }

  confirmed(socket: SimSocket, conversation: string): void {
    // That of a conversation which is left for the next one tells nothing of the next one's.
    if (conversation === this.#backend.latest?.id) {
      this.#owed = true;
      this.#confirmed.add(socket);
      this.#unconfirmed = 0;
    }
    if (!this.#sockets.has(socket)) this.#fail("a confirmation on a socket that was given up");
  }

  socketEnded(socket: SimSocket): void {
    if (this.#sockets.has(socket) && !this.#confirmed.has(socket)) this.#unconfirmed += 1;
    this.#sockets.delete(socket);
    // Who polls does without: what was polled stays known, whatever becomes of the sockets that are tried.
    if (this.#unconfirmed < SOCKETS_TRIED) this.#owed = true;
  }

  frameDelivered(conversation: string, frame: unknown): void {
    const { revision } = frame as { revision?: unknown };
    if (typeof revision !== "number") return;
    this.#ahead(conversation).add(revision);
    if (!this.#owed) this.#ground(conversation, 0);
  }

  requestStarted(request: SimRequest): void {
    if (!request.isCatchUp || !this.#isContinued) this.rate.request(this.#now());
    if (request.isCatchUp) this.#isContinued = false;
    if (Number(request.query.get("limit") ?? 0) > MAX_LIMIT) this.#fail("a page larger than the server's maximum");
    if (request.isCatchUp) this.#checkCatchUp(request);
    this.#requests.add(request);
    this.#browser.started(request);
  }

  requestEnded(request: SimRequest): void {
    this.#requests.delete(request);
    this.#browser.ended(request);
  }

  /** What it had asked for, nobody waits for any more. */
  pageDied(): void {
    for (const request of this.#requests) this.requestEnded(request);
  }

  answered(request: SimRequest, { status, json }: RestAnswer): void {
    if (status !== 200 || request.method !== "GET" || !json) return;
    const page = json as { conversation: { id: unknown } | null; revision?: number; has_more?: boolean };
    if (!page.conversation) return;
    if (request.isCatchUp) this.#isContinued = page.has_more === true && !this.#backend.options.revisions;
    if (request.isCatchUp && !page.has_more) this.#owed = false;
    if (request.isCatchUp || request.path.endsWith("/acme")) {
      this.#ground(String(page.conversation.id), page.revision ?? 0);
    }
  }

  #checkCatchUp(request: SimRequest): void {
    const confirmed = [...this.#sockets].some((socket) => socket.confirmed.size > 0);
    if (!confirmed && this.#unconfirmed < SOCKETS_TRIED) {
      this.#fail("a catch-up before the confirmation of the present socket");
    }
    if ([...this.#requests].some((other) => other.isCatchUp)) this.#fail("two catch-ups under way at once");
    const conversation = this.#backend.conversations.find(({ id }) => id === this.#chat?.conversation?.id);
    if (conversation) this.#checkCursor(request, conversation);
  }

  #checkCursor({ query }: SimRequest, conversation: BackendConversation): void {
    const revision = query.has("revision") ? Number(query.get("revision")) : null;
    if (revision !== null && revision > (this.#grounded.get(conversation.id) ?? 0)) {
      this.#fail(`the cursor went to revision ${revision}, beyond what came without a gap`);
    }
    const upTo = conversation.log.findIndex(({ id }) => id === query.get("after_id"));
    const { messages = [], hasMoreBefore = false } = this.#chat ?? {};
    const loaded = loadedOf(messages, conversation, hasMoreBefore);
    const shown = new Map(loaded.map((message) => [message.id, message]));
    const loadedFrom = hasMoreBefore ? conversation.log.findIndex(({ id }) => shown.has(id)) : 0;
    conversation.log.forEach((row, index) => {
      if (index < loadedFrom || (revision === null ? index > upTo : row.revision > revision)) return;
      const message = shown.get(row.id);
      if (!message) this.#fail(`the cursor (revision ${revision}) went over message ${row.id}, which is not shown`);
      else if (
        revision !== null &&
        row.state !== "streaming" &&
        !(message.state === row.state && message.body === row.body)
      ) {
        this.#fail(`the cursor (revision ${revision}) went over the change of message ${row.id}`);
      }
    });
  }

  /** Up to `revision`, and over what follows it without a gap; the latter only while no catch-up is owed. */
  #ground(conversation: string, revision: number): void {
    let known = Math.max(revision, this.#grounded.get(conversation) ?? 0);
    while (!this.#owed && this.#ahead(conversation).has(known + 1)) known += 1;
    this.#grounded.set(conversation, known);
  }

  #ahead(conversation: string): Set<number> {
    const ahead = this.#live.get(conversation) ?? new Set();
    this.#live.set(conversation, ahead);
    return ahead;
  }

  #once(known: Set<string>, name: string, complaint: string): void {
    if (known.has(name)) this.#fail(`${complaint} ${name}`);
    known.add(name);
  }

  #fail(violation: string): void {
    this.violations.push(`${violation} (at ${this.#now()} ms)`);
  }
}
