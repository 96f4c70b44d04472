import type { CableConsumer, CableSocketEvents, CableSubscriptionEvents, Clock, Fetch } from "../../src/core/ports.ts";
import { at } from "./messages.ts";
import { answer } from "./scripted-fetch.ts";

type Json = Record<string, unknown>;

interface StoredConversation {
  id: string;
  status: "open" | "closed";
  revision: number;
  assignee: Json | null;
  seen: { visitor: string | null; agent: string | null };
  visitor: Json;
  messages: Json[];
}

interface LiveSocket {
  events: CableSocketEvents;
  streams: Map<string, CableSubscriptionEvents>;
  performed: Json[];
  stopPings: () => void;
}

const PING_MS = 3_000;
const HEADS = "heads";

/** The agent's side of a backend, in memory: it keeps the contract, and a test can take it down or cut its sockets. */
export class AgentBackend {
  readonly token = "agent-token";
  readonly conversations = new Map<string, StoredConversation>();
  /** `METHOD /path?query`, in order. */
  readonly requests: string[] = [];
  readonly sockets = new Set<LiveSocket>();
  /** Nobody can reach it. */
  down = false;
  /** Every so many heads make a page. */
  pageSize = 50;
  /** What is committed is not broadcast. */
  mute = false;
  readonly #clock: Clock;
  #time = 0;
  #messageId = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  readonly fetch: Fetch = async (url, { method = "GET", body, headers }) => {
    const { pathname, search, searchParams } = new URL(url);
    const path = pathname.replace("/cablechat", "");
    this.requests.push(`${method} ${path}${search}`);
    if (this.down) throw new TypeError("Failed to fetch");
    if (path === "/webchats/acme") return answer(this.#bootstrap());
    if (!path.startsWith("/agent/")) return answer({ code: "unknown_webchat" }, 404);
    const authorization = (headers as Record<string, string>)["Authorization"];
    if (authorization !== `Bearer ${this.token}`) return answer({ code: "invalid_token" }, 401);
    return this.#agent(method, path.split("/").slice(2), searchParams, body ? JSON.parse(String(body)) : {});
  };

  readonly consumer: CableConsumer = {
    open: (_url, events) => {
      const socket: LiveSocket = { events, streams: new Map(), performed: [], stopPings: () => undefined };
      queueMicrotask(() => this.#welcome(socket));
      return {
        subscribe: (identifier, subscription) => {
          let left = false;
          queueMicrotask(() => {
            if (left) return;
            if (identifier["token"] !== this.token) return subscription.rejected();
            socket.streams.set(identifier["conversation"] ?? HEADS, subscription);
            subscription.confirmed();
          });
          return {
            perform: (action, data) => void socket.performed.push({ action, ...data }),
            unsubscribe: () => {
              left = true;
              socket.streams.delete(identifier["conversation"] ?? HEADS);
            },
          };
        },
        close: () => this.#forget(socket),
      };
    },
  };

  /** How many requests began so. */
  asked(start: string): number {
    return this.requests.filter((request) => request.startsWith(start)).length;
  }

  /** A visitor's new conversation, with a message in it. */
  begin(body: string, visitor: Json = {}): string {
    const id = String(this.conversations.size + 1);
    const seen = { visitor: null, agent: null };
    this.conversations.set(id, { id, status: "open", revision: 0, assignee: null, seen, visitor, messages: [] });
    this.write(id, body);
    return id;
  }

  /** @returns the message's id */
  write(conversation: string, body: string, author: "visitor" | "agent" = "visitor", clientId?: string): string {
    const row = this.#row(conversation);
    const message = {
      id: String(++this.#messageId),
      client_id: clientId ?? null,
      conversation,
      revision: ++row.revision,
      author: { type: author, id: author === "agent" ? "9" : null, name: author === "agent" ? "Ana" : null },
      state: "complete",
      body,
      created_at: at(++this.#time),
    };
    row.messages.push(message);
    this.#broadcast(row, { type: "message", revision: row.revision, message });
    return message.id;
  }

  edit(conversation: string, messageId: string, change: Json): Json {
    const row = this.#row(conversation);
    const message = row.messages.find(({ id }) => id === messageId) as Json;
    Object.assign(message, change, { revision: ++row.revision });
    this.#broadcast(row, { type: "message", revision: row.revision, message });
    return message;
  }

  change(conversation: string, change: Partial<StoredConversation>): Json {
    const row = this.#row(conversation);
    Object.assign(row, change, { revision: row.revision + 1 });
    this.#broadcast(row, { type: "conversation", revision: row.revision, conversation: present(row) });
    return { conversation: present(row) };
  }

  /** Any frame to whoever hears the list, or a conversation. */
  frame(data: unknown, stream: string = HEADS): void {
    for (const { streams } of this.sockets) streams.get(stream)?.received(structuredClone(data));
  }

  /** Resets every socket. */
  cut(): void {
    for (const socket of [...this.sockets]) {
      this.#forget(socket);
      socket.events.closed();
    }
  }

  #welcome(socket: LiveSocket): void {
    if (this.down) return socket.events.closed();
    this.sockets.add(socket);
    socket.events.heard();
    socket.events.welcomed();
    const ping = () => {
      socket.events.heard();
      socket.stopPings = this.#clock.setTimeout(ping, PING_MS);
    };
    socket.stopPings = this.#clock.setTimeout(ping, PING_MS);
  }

  #forget(socket: LiveSocket): void {
    socket.stopPings();
    this.sockets.delete(socket);
  }

  #bootstrap(): Json {
    return {
      webchat: { id: "acme", name: "Acme" },
      cable: { url: "/cable", channel: "WebchatChannel" },
      session: null,
      conversation: null,
      messages: [],
      revision: 0,
      has_more_before: false,
    };
  }

  #agent(method: string, [, id, what, below]: string[], query: URLSearchParams, body: Json): Response {
    if (id === undefined) return answer(this.#list(query));
    if (!this.conversations.has(id)) return answer({ code: "not_found" }, 404);
    const row = this.#row(id);
    if (what === "messages" && method === "GET") return answer(this.#page(row, query));
    if (what === "messages" && method === "POST") return this.#post(row, body);
    if (method === "PATCH") return answer(this.edit(id, below ?? "", { body: body["body"] }));
    if (method === "DELETE") return answer(this.edit(id, below ?? "", { state: "deleted", body: "" }));
    if (what === "seen") return answer(this.change(id, { seen: { ...row.seen, agent: String(body["up_to"]) } }));
    if (what === "assignee") return answer(this.change(id, { assignee: body["assignee"] as Json | null }));
    return answer(this.change(id, { status: what === "close" ? "closed" : "open" }));
  }

  #list(query: URLSearchParams): Json {
    const text = query.get("q") ?? "";
    const all = [...this.conversations.values()]
      .filter(({ status }) => (query.get("status") ?? status) === status)
      .filter(({ visitor, messages }) => JSON.stringify([visitor, messages]).includes(text))
      .sort((a, b) => activeAt(b).localeCompare(activeAt(a)));
    const from = all.findIndex(({ id }) => id === query.get("before")) + 1;
    const page = all.slice(from, from + this.pageSize);
    return { conversations: page.map(head), has_more: all.length > from + page.length };
  }

  #page(row: StoredConversation, query: URLSearchParams): Json {
    const limit = Number(query.get("limit") ?? 100);
    const [before, revision] = [query.get("before_id"), Number(query.get("revision") ?? 0)];
    const place = row.messages.findIndex(({ id }) => id === before);
    const older = row.messages.slice(Math.max(0, place - limit), place);
    const newer = row.messages.filter((message) => Number(message["revision"]) > revision);
    const messages = before === null ? newer : older;
    const has_more = before !== null && place > limit;
    return { conversation: present(row), messages, revision: row.revision, has_more };
  }

  #post(row: StoredConversation, { client_id, body }: Json): Response {
    const known = () => row.messages.find((message) => message["client_id"] === client_id);
    if (known()) return answer(known());
    this.write(row.id, String(body), "agent", String(client_id));
    return answer(known(), 201);
  }

  #broadcast(row: StoredConversation, frame: Json): void {
    if (this.mute) return;
    this.frame(frame, row.id);
    this.frame({ type: "head", ...head(row) });
  }

  #row(id: string): StoredConversation {
    return this.conversations.get(id) as StoredConversation;
  }
}

function present({ id, status, revision, assignee, seen }: StoredConversation): Json {
  return { id, status, revision, assignee, seen };
}

function head(row: StoredConversation): Json {
  const unread = row.messages.filter(
    ({ id, author }) => (author as Json)["type"] === "visitor" && Number(id) > Number(row.seen.agent ?? 0),
  );
  return {
    conversation: present(row),
    visitor: row.visitor,
    last_message: row.messages.at(-1) ?? null,
    unread_count: unread.length,
    active_at: activeAt(row),
  };
}

function activeAt({ messages }: StoredConversation): string {
  return String(messages.at(-1)?.["created_at"] ?? "");
}
