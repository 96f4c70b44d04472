import { Chat, type ChatOptions } from "../../src/chat.ts";
import type { ChatEvents } from "../../src/core/chat-events.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import type { StorageKind } from "../../src/session/session-keeper.ts";
import { CABLE_URL, ChannelRig } from "./channel-rig.ts";
import { messageJson } from "./messages.ts";
import { RecordStore } from "./record-store.ts";
import { answer } from "./scripted-fetch.ts";
import { frames } from "./server-side.ts";
import { TabHub } from "./tab-hub.ts";

const ENDPOINT = "https://app.example/chat";
export const SESSION = "s".repeat(43);

type Json = Record<string, unknown>;
type Route = (body: Json, url: URL) => Response | Promise<Response>;

interface ChatRigOptions {
  /** Whether the visitor has a session. */
  returning?: boolean;
  /** Another tab of the same browser, with the same backend: storages, locks and time are shared. */
  beside?: ChatRig;
}

/** A chat whose backend, cable, clock and storages a test owns. The backend has one conversation at a time, "77" first. */
export class ChatRig {
  readonly channel: ChannelRig;
  readonly records: RecordStore<OutboxEntry>;
  readonly kept: Map<string, string>;
  /** `METHOD /path?query`, below the webchat. */
  readonly requests: string[] = [];
  readonly bearers: (string | null)[] = [];
  /** Replaces the backend's own answer, by method and path without its query. */
  readonly routes = new Map<string, Route>();
  readonly chat: Chat;
  /** `NAME`, with what tells most of it. */
  readonly events: string[] = [];
  readonly #hub: TabHub;
  readonly #backend: { rows: Json[]; revision: number; conversation: string };

  constructor(options: Partial<ChatOptions> = {}, { returning = false, beside }: ChatRigOptions = {}) {
    this.channel = new ChannelRig(undefined, {}, beside?.channel);
    this.#hub = beside ? beside.#hub : new TabHub();
    this.records = beside?.records ?? new RecordStore();
    this.kept = beside?.kept ?? new Map();
    this.#backend = beside ? beside.#backend : { rows: [], revision: 0, conversation: "77" };
    if (returning) this.kept.set(`cablechat:session:${ENDPOINT}:demo`, SESSION);
    const fetch = (url: string, init: RequestInit) => this.#answer(new URL(url), init);
    this.chat = new Chat(
      { endpoint: ENDPOINT, webchat: "demo", ...options },
      {
        ...this.channel.ports,
        fetch,
        sessionStorage: (kind) => this.#storage(kind),
        outboxStorage: () => this.records,
        tabChannel: this.#hub.tabChannel,
      },
    );
    // With no jitter at all, what is tried again and again would never let time go on.
    this.channel.random.value = 0.5;
    this.#record();
  }

  get rows(): Json[] {
    return this.#backend.rows;
  }

  get revision(): number {
    return this.#backend.revision;
  }

  set revision(revision: number) {
    this.#backend.revision = revision;
  }

  /** What was written before is another conversation's, which the visitor cannot read. */
  beginConversation(): void {
    this.#backend.conversation = String(Number(this.#backend.conversation) + 1);
    this.rows.length = 0;
    this.revision = 0;
  }

  /** What an agent, or anybody, has written. @returns the frame that would be broadcast */
  commit(id: number, more: Json = {}): Json {
    this.revision += 1;
    const row = messageJson(id, { conversation: this.#backend.conversation, ...more, revision: this.revision });
    this.rows.push(row);
    return { type: "message", revision: this.revision, message: row };
  }

  broadcast(frame: unknown): void {
    const { commands } = this.channel.cable.last;
    const asked = commands.filter(({ command }) => command === "subscribe").at(-1);
    this.channel.cable.last.send(JSON.stringify({ identifier: asked?.identifier, message: frame }));
  }

  /** Answers for the cable: welcome and confirmation of whatever is asked for. */
  async connect(): Promise<void> {
    await this.settle();
    const socket = this.channel.cable.last;
    socket.send(frames.welcome);
    for (const { command, identifier } of [...socket.commands]) {
      if (command === "subscribe") socket.send(JSON.stringify({ type: "confirm_subscription", identifier }));
    }
    await this.settle();
  }

  /** Somebody comes back to the page, which is reason to compare with the backend. */
  lookAgain(): void {
    this.channel.lifecycle.tell("visible");
  }

  settle(): Promise<void> {
    return this.channel.world.settle();
  }

  asked(start: string): string[] {
    return this.requests.filter((request) => request.startsWith(start));
  }

  /** The texts shown, in order. */
  get shown(): string[] {
    return this.chat.messages.map(({ body }) => body);
  }

  async #answer(url: URL, init: RequestInit): Promise<Response> {
    const path = url.pathname.replace("/chat/webchats/demo", "");
    this.requests.push(`${init.method} ${path}${url.search}`);
    this.bearers.push(new Headers(init.headers).get("Authorization"));
    const body = init.body instanceof FormData ? { file: init.body.get("file") } : parsed(init.body);
    const route = this.routes.get(`${init.method} ${path}`) ?? this.#route(`${init.method} ${path}`);
    const gone = new Promise<never>((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });
    return Promise.race([gone, this.refuse(this.bearers.at(-1) ?? null) ?? route(body, url)]);
  }

  /** The backend's answer to a bearer that it takes for nothing; `null` for one it takes. */
  protected refuse(_bearer: string | null): Response | null {
    return null;
  }

  #route(request: string): Route {
    if (request === "GET ") return () => answer(this.bootstrap());
    if (request === "GET /messages") return (_, url) => answer(this.page(url));
    if (request === "POST /messages") return (body) => answer(this.#post(body), 201);
    return () => answer({});
  }

  /** Of the webchat's settings, besides its name. */
  settings: Json = {};

  bootstrap(): Json {
    return {
      webchat: { id: "demo", name: "Demo", ...this.settings },
      cable: { url: CABLE_URL, channel: "WebchatChannel" },
      session: null,
      conversation: this.#conversation(),
      messages: [...this.rows],
      revision: this.revision,
      has_more_before: false,
    };
  }

  page(url: URL): Json {
    const since = Number(url.searchParams.get("revision") ?? 0);
    const messages = this.rows.filter(({ revision }) => Number(revision) > since);
    return { conversation: this.#conversation(), messages, revision: this.revision, has_more: false };
  }

  #post({ client_id, body }: Json): unknown {
    const known = this.rows.find((row) => row["client_id"] === client_id);
    if (known) return known;
    return this.commit(100 + this.rows.length, { client_id, body, author: { type: "visitor" } })["message"];
  }

  #conversation(): Json | null {
    return this.rows.length > 0
      ? { id: this.#backend.conversation, status: "open", revision: this.revision, seen: {} }
      : null;
  }

  #storage(kind: StorageKind) {
    const prefix = kind === "local" ? "" : `${kind}:`;
    return {
      get: (key: string) => this.kept.get(prefix + key) ?? null,
      set: (key: string, value: string) => void this.kept.set(prefix + key, value),
      remove: (key: string) => void this.kept.delete(prefix + key),
    };
  }

  #record(): void {
    const details: { [Name in keyof ChatEvents]?: (payload: ChatEvents[Name]) => string } = {
      error: ({ error }) => error.code,
      message: ({ message }) => message.body,
      sent: ({ message }) => message.body,
      failed: ({ message }) => message.body,
      unread: ({ count }) => String(count),
      identified: ({ name }) => String(name),
    };
    for (const name of ["ready", "error", "message", "sent", "failed", "unread", "identified"] as const) {
      const detail = details[name] as ((payload: unknown) => string) | undefined;
      this.chat.on(name, (payload) => this.events.push(detail ? `${name} ${detail(payload)}` : name));
    }
  }
}

function parsed(body: RequestInit["body"]): Json {
  return body ? (JSON.parse(String(body)) as Json) : {};
}
