import { BackendConversation, type Json } from "./backend-conversation.ts";
import { BackendUploads } from "./backend-uploads.ts";
import type { LogRow } from "./log-row.ts";

export interface BackendOptions {
  /** Whether this backend numbers its changes; some do not (protocol/README.md, "What the client promises", 6). */
  revisions: boolean;
  /** JSON numbers or strings: both work. */
  numericIds: boolean;
  /** At most so many rows a page, whatever is asked for. */
  pageSize: number;
  /** How many messages a bootstrap brings. */
  bootstrapSize: number;
}

export interface SendRequest {
  client_id: string;
  body: string;
  attachments?: readonly string[];
}

export interface Sent {
  created: boolean;
  row: LogRow;
  conversation: BackendConversation;
}

/** A scripted backend in memory that keeps the contract (protocol/README.md, "What a backend promises"). */
export class Backend {
  readonly options: BackendOptions;
  readonly #wallNow: () => number;
  readonly #bySession = new Map<string, BackendConversation[]>();
  /** In the order made. */
  readonly conversations: BackendConversation[] = [];
  readonly uploads = new BackendUploads();
  readonly #broadcast: (conversation: string, frame: Json) => void;
  /** Sessions that staff have ended; none is made again. */
  readonly #ended = new Set<string>();
  readonly #left = new Set<string>();
  #lastId = 0;

  constructor(options: BackendOptions, wallNow: () => number, broadcast: (conversation: string, frame: Json) => void) {
    this.options = options;
    this.#wallNow = wallNow;
    this.#broadcast = broadcast;
  }

  /** What the session reads: its open conversation, else its latest. */
  current(session: string | null): BackendConversation | null {
    const all = this.#bySession.get(session ?? "") ?? [];
    return all.find(({ status }) => status === "open") ?? all.at(-1) ?? null;
  }

  /** The one that agents write to. */
  get latest(): BackendConversation | null {
    const all = this.conversations;
    // What somebody who has signed out had sent may arrive late.
    const read = this.#left.size > 0 ? all.filter(({ id }) => !this.isLeft(id)) : all;
    return read.at(-1) ?? all.at(-1) ?? null;
  }

  knows(clientId: string): boolean {
    return this.conversations.some((conversation) => conversation.byClientId(clientId));
  }

  get sessionsEnded(): number {
    return this.#ended.size;
  }

  hasEnded(session: string | null): boolean {
    return this.#ended.has(session ?? "");
  }

  /** Whether nobody reads it as a visitor any more: its session has ended, or was left. */
  isPast(conversation: string | null): boolean {
    return [...this.#ended].some((session) => this.#has(session, conversation)) || this.isLeft(conversation);
  }

  /** The visitor has signed out of it; the backend is not told. */
  leave(session: string): void {
    this.#left.add(session);
  }

  wasLeft(session: string | null): boolean {
    return this.#left.has(session ?? "");
  }

  /** Whether it is that of a visitor who has signed out. */
  isLeft(conversation: string | null): boolean {
    return [...this.#left].some((session) => this.#has(session, conversation));
  }

  /** Staff end the session of the latest conversation. @returns it; `null` where there is none to end */
  endLatest(): string | null {
    const { latest } = this;
    const [session] = [...this.#bySession].find(([, all]) => latest && all.includes(latest)) ?? [null];
    if (session === null || this.#ended.has(session)) return null;
    this.#ended.add(session);
    for (const conversation of this.#bySession.get(session) ?? []) conversation.close();
    return session;
  }

  owns(session: string, conversation: string): boolean {
    if (this.#ended.has(session)) return false;
    return this.#has(session, conversation);
  }

  /**
   * Get or create, under one lock: idempotent by client id, also in conversations that were closed since.
   *
   * @returns `null` where an upload is not known
   */
  send(session: string, request: SendRequest): Sent | null {
    for (const conversation of this.#bySession.get(session) ?? []) {
      const row = conversation.byClientId(request.client_id);
      if (row) return { created: false, row, conversation };
    }
    const attachments = this.uploads.take(session, request.attachments ?? []);
    if (!attachments) return null;
    const current = this.current(session);
    const conversation = current?.status === "open" ? current : this.#openConversation(session);
    const row = conversation.create({
      author: "visitor",
      body: request.body,
      clientId: request.client_id,
      attachments,
    });
    return { created: true, row, conversation };
  }

  /** A crash or restart: no reply stays "streaming" for ever. */
  failStreaming(): void {
    for (const conversation of this.conversations) conversation.failStreaming();
  }

  #has(session: string, conversation: string | null): boolean {
    return this.#bySession.get(session)?.some(({ id }) => id === conversation) ?? false;
  }

  #openConversation(session: string): BackendConversation {
    const conversation = new BackendConversation({
      id: String(70 + this.conversations.length),
      options: this.options,
      nextId: () => String(++this.#lastId),
      wallNow: this.#wallNow,
      broadcast: (frame) => this.#broadcast(conversation.id, frame),
    });
    this.conversations.push(conversation);
    this.#bySession.set(session, [...(this.#bySession.get(session) ?? []), conversation]);
    return conversation;
  }
}
