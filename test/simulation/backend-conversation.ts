import type { BackendOptions } from "./backend.ts";
import type { Upload } from "./backend-uploads.ts";
import type { LogRow } from "./log-row.ts";

export type Json = Readonly<Record<string, unknown>>;
export interface NewRow {
  author: "visitor" | "agent";
  body: string;
  clientId?: string;
  session?: string;
  streaming?: boolean;
  attachments?: readonly Upload[];
}

export interface PageRequest {
  afterId: string | null;
  beforeId: string | null;
  revision: number | null;
  limit: number;
}

export interface ConversationOptions {
  id: string;
  /** Whose it is: a session, or a contact. */
  owner: string;
  options: BackendOptions;
  nextId: () => string;
  wallNow: () => number;
  broadcast: (frame: Json) => void;
}

/** One conversation's log: revision, time and row are given in one step, and what is broadcast is committed. */
export class BackendConversation {
  readonly id: string;
  /** Whose it is: a session, or a contact. */
  owner: string;
  readonly log: LogRow[] = [];
  status: "open" | "closed" = "open";
  revision = 0;
  seenByVisitor: string | null = null;
  readonly #options: ConversationOptions;
  readonly #byId = new Map<string, LogRow>();
  readonly #byClientId = new Map<string, LogRow>();
  /** As they are asked for again and again; until they change. */
  readonly #presented = new Map<LogRow, Json>();
  #lastMicros = 0;

  constructor(options: ConversationOptions) {
    this.id = options.id;
    this.owner = options.owner;
    this.#options = options;
  }

  find(id: string): LogRow | null {
    return this.#byId.get(id) ?? null;
  }

  byClientId(clientId: string): LogRow | null {
    return this.#byClientId.get(clientId) ?? null;
  }

  create(message: NewRow): LogRow {
    const row: LogRow = {
      id: this.#options.nextId(),
      clientId: message.clientId ?? null,
      author: message.author,
      session: message.session ?? null,
      createdAt: this.#time(),
      createdRevision: this.revision + 1,
      revision: 0,
      state: message.streaming ? "streaming" : "complete",
      body: message.body,
      attachments: message.attachments ?? [],
      chunk: message.streaming ? 0 : null,
      editedAt: null,
      reactions: new Map(),
      texts: new Set(),
    };
    this.log.push(row);
    this.#byId.set(row.id, row);
    if (row.clientId !== null) this.#byClientId.set(row.clientId, row);
    this.#commit(row);
    return row;
  }

  edit(row: LogRow, body: string): void {
    if (row.state !== "complete") return;
    row.body = body;
    row.editedAt = this.#time();
    this.#commit(row);
  }

  react(row: LogRow, emoji: string): void {
    if (row.state === "deleted") return;
    row.reactions.set(emoji, (row.reactions.get(emoji) ?? 0) + 1);
    this.#commit(row);
  }

  remove(row: LogRow): void {
    if (row.state === "deleted") return;
    row.state = "deleted";
    row.body = "";
    row.chunk = null;
    this.#commit(row);
  }

  /** A chunk is stored before it is broadcast, and is no revision. */
  append(row: LogRow, text: string): void {
    if (row.state !== "streaming" || row.chunk === null) return;
    const { chunk } = row;
    row.body += text;
    row.chunk = chunk + 1;
    row.texts.add(row.body);
    this.#presented.delete(row);
    this.#options.broadcast({ type: "message.delta", id: this.#id(row.id), chunk, text });
  }

  finish(row: LogRow, state: "complete" | "cancelled" | "failed" = "complete"): void {
    if (row.state !== "streaming") return;
    row.state = state;
    this.#commit(row);
  }

  failStreaming(): void {
    for (const row of this.log) this.finish(row, "failed");
  }

  close(): void {
    if (this.status === "closed") return;
    this.status = "closed";
    this.#commitConversation();
  }

  /** It is a contact's from now on. @param isSuperfluous it has an open one already, which counts */
  passTo(contact: string, isSuperfluous: boolean): void {
    this.owner = contact;
    if (isSuperfluous) this.status = "closed";
    this.#commitConversation();
  }

  seen(upTo: string): void {
    const place = this.log.findIndex((row) => row.id === upTo);
    if (place <= this.log.findIndex((row) => row.id === this.seenByVisitor)) return;
    this.seenByVisitor = upTo;
    this.#commitConversation();
  }

  /** @returns `null` where the place asked from is not in this conversation */
  page(request: PageRequest): { rows: LogRow[]; revision: number; hasMore: boolean } | null {
    const { revisions, pageSize } = this.#options.options;
    const limit = Math.min(request.limit, pageSize);
    if (request.beforeId !== null) return this.#before(request.beforeId, limit);
    if (request.afterId !== null && !this.find(request.afterId)) return null;
    if (revisions && request.revision !== null) return this.#changedAfter(request.revision, limit);
    const start = request.afterId === null ? 0 : this.log.findIndex(({ id }) => id === request.afterId) + 1;
    const rows = this.log.slice(start, start + limit);
    const hasMore = start + limit < this.log.length;
    const rest = this.log.slice(start + limit);
    const lowest = Math.min(this.revision + 1, ...rest.map((row) => row.revision));
    return { rows, revision: hasMore ? lowest - 1 : this.revision, hasMore };
  }

  present(): Json {
    const seen = { visitor: this.seenByVisitor === null ? null : this.#id(this.seenByVisitor), agent: null };
    return { id: this.#id(this.id), status: this.status, ...this.#numbered(this.revision), assignee: null, seen };
  }

  presentRow(row: LogRow): Json {
    const json = this.#presented.get(row) ?? this.#presentAnew(row);
    this.#presented.set(row, json);
    return json;
  }

  #presentAnew(row: LogRow): Json {
    const head = { id: this.#id(row.id), state: row.state, ...this.#numbered(row.revision), created_at: row.createdAt };
    if (row.state === "deleted") return head;
    return {
      ...head,
      client_id: row.clientId,
      conversation: this.#id(this.id),
      author: { type: row.author, id: row.author === "agent" ? 9 : null, name: null, avatar_url: null },
      body: row.body,
      chunk: row.chunk,
      attachments: row.attachments.map(({ id, name }) => ({
        id,
        name,
        content_type: "text/plain",
        size: 9,
        url: `/files/${id}`,
      })),
      quick_replies: [],
      reactions: [...row.reactions].map(([emoji, count]) => ({ emoji, by: "agent", count })),
      edited_at: row.editedAt,
    };
  }

  #changedAfter(revision: number, limit: number): ReturnType<BackendConversation["page"]> {
    if (revision > this.revision) return null;
    const changed = this.log.filter((row) => row.revision > revision).sort((a, b) => a.revision - b.revision);
    const rows = changed.slice(0, limit);
    if (changed.length > limit) return { rows, revision: rows.at(-1)?.revision ?? revision, hasMore: true };
    const streaming = this.log.filter((row) => row.state === "streaming" && !rows.includes(row));
    return { rows: [...rows, ...streaming], revision: this.revision, hasMore: false };
  }

  #before(beforeId: string, limit: number): ReturnType<BackendConversation["page"]> {
    const end = this.log.findIndex((row) => row.id === beforeId);
    if (end < 0) return null;
    const start = Math.max(0, end - limit);
    return { rows: this.log.slice(start, end), revision: this.revision, hasMore: start > 0 };
  }

  #commit(row: LogRow): void {
    this.revision += 1;
    row.revision = this.revision;
    row.texts.add(row.body);
    this.#presented.delete(row);
    this.#options.broadcast({ type: "message", ...this.#numbered(row.revision), message: this.presentRow(row) });
  }

  #commitConversation(): void {
    this.revision += 1;
    this.#options.broadcast({
      type: "conversation",
      ...this.#numbered(this.revision),
      conversation: this.present(),
    });
  }

  #numbered(revision: number): Json {
    return this.#options.options.revisions ? { revision } : {};
  }

  #id(id: string): string | number {
    return this.#options.options.numericIds ? Number(id) : id;
  }

  /** Strictly increasing within the conversation, even when the server's clock jumps back. */
  #time(): string {
    this.#lastMicros = Math.max(Math.floor(this.#options.wallNow()) * 1000, this.#lastMicros + 1);
    const micros = String(this.#lastMicros % 1_000_000).padStart(6, "0");
    return new Date(Math.floor(this.#lastMicros / 1000)).toISOString().replace(/\.\d+Z$/, `.${micros}Z`);
  }
}
