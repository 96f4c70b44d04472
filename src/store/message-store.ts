import type { CablechatError } from "../core/errors.ts";
import type { Author, AuthorType, Message, ShownMessage } from "../core/message.ts";
import { compareMessages } from "../core/message-order.ts";
import { mergeMessage } from "./merge-message.ts";

/** A message of one's own on its way out. */
export interface PendingMessage {
  clientId: string;
  body: string;
  error: CablechatError | null;
}

export type DeltaResult = "applied" | "duplicate" | "gap";

interface Row {
  message: Message;
  shown: ShownMessage;
}

/** What is known of the messages: each once (by id, by client id), in order; those being sent stand last. */
export class MessageStore {
  /** Whether the backend has messages before the first one known. What comes live from there has no place yet. */
  hasMoreBefore = false;
  readonly #own: AuthorType;
  readonly #rows: Row[] = [];
  readonly #byId = new Map<string, Row>();
  readonly #idByClientId = new Map<string, string>();
  readonly #pending = new Map<string, ShownMessage>();
  #snapshot: readonly ShownMessage[] | null = null;

  /** @param own whose messages are "sent" rather than "received" */
  constructor(own: AuthorType) {
    this.#own = own;
  }

  /** In the order shown. The same array until something changes. */
  get messages(): readonly ShownMessage[] {
    this.#snapshot ??= [...this.#rows.map((row) => row.shown), ...this.#pending.values()];
    return this.#snapshot;
  }

  /** The first message the backend knows; what history is asked from. */
  get oldest(): Message | null {
    return this.#rows[0]?.message ?? null;
  }

  get newest(): Message | null {
    return this.#rows.at(-1)?.message ?? null;
  }

  byId(id: string): ShownMessage | null {
    return this.#byId.get(id)?.shown ?? null;
  }

  byClientId(clientId: string): ShownMessage | null {
    const id = this.#idByClientId.get(clientId);
    return id === undefined ? (this.#pending.get(clientId) ?? null) : this.byId(id);
  }

  /** @returns whether it is new, has changed what was known, or brought nothing */
  upsert(incoming: Message): "inserted" | "changed" | "unchanged" {
    if (incoming.clientId !== null) {
      this.#idByClientId.set(incoming.clientId, incoming.id);
      this.#pending.delete(incoming.clientId);
    }
    const row = this.#byId.get(incoming.id);
    if (row) {
      const merged = mergeMessage(row.message, incoming);
      // Once known it stays known: a broadcast, or what is left of a deleted message, may come without it.
      const clientId = row.message.clientId ?? incoming.clientId;
      if (merged === row.message && merged.clientId === clientId) return "unchanged";
      this.#replace(row, { ...merged, clientId });
      return "changed";
    }
    if (this.#isInUnloadedHistory(incoming)) return "unchanged";
    const fresh: Row = { message: incoming, shown: this.#show(incoming) };
    this.#byId.set(incoming.id, fresh);
    this.#insert(fresh);
    this.#snapshot = null;
    return "inserted";
  }

  /**
   * Takes up a page of history, oldest first.
   *
   * @param hasMore whether the backend has messages before these
   */
  prepend(messages: readonly Message[], hasMore: boolean): void {
    this.hasMoreBefore = false;
    for (const message of messages) this.upsert(message);
    this.hasMoreBefore = hasMore;
  }

  /** Appends a chunk of a streaming message (protocol/README.md, "The cable", `message.delta`). */
  applyDelta(id: string, chunk: number, text: string): DeltaResult {
    const row = this.#byId.get(id);
    if (!row) return "gap";
    const { message } = row;
    const held = message.chunk ?? 0;
    if (message.state !== "streaming" || chunk < held) return "duplicate";
    if (chunk > held) return "gap";
    this.#replace(row, { ...message, body: message.body + text, chunk: chunk + 1 });
    return "applied";
  }

  /** Shows a message that is being sent, or has failed. One the backend already has is left alone. */
  putPending(pending: PendingMessage): void {
    if (this.#idByClientId.has(pending.clientId)) return;
    this.#pending.set(pending.clientId, showPending(pending, this.#own));
    this.#snapshot = null;
  }

  removePending(clientId: string): void {
    if (this.#pending.delete(clientId)) this.#snapshot = null;
  }

  /** Forgets what the backend said; what is on its way out stays. */
  clearReceived(): void {
    this.#rows.length = 0;
    this.#byId.clear();
    this.#idByClientId.clear();
    this.hasMoreBefore = false;
    this.#snapshot = null;
  }

  clear(): void {
    this.clearReceived();
    this.#pending.clear();
  }

  /** An old message was changed: shown now, it would stand beside messages that are not its neighbours. */
  #isInUnloadedHistory(message: Message): boolean {
    const { oldest } = this;
    return this.hasMoreBefore && oldest !== null && compareMessages(message, oldest) < 0;
  }

  #replace(row: Row, message: Message): void {
    const moved = compareMessages(row.message, message) !== 0;
    if (moved) this.#rows.splice(this.#rows.indexOf(row), 1);
    row.message = message;
    row.shown = this.#show(message, row.shown.key);
    if (moved) this.#insert(row);
    this.#snapshot = null;
  }

  /** From the end: what comes is nearly always the newest. */
  #insert(row: Row): void {
    let index = this.#rows.length;
    if (index > 0 && compareMessages(row.message, (this.#rows[index - 1] as Row).message) < 0) {
      index = this.#lowerBound(row.message);
    }
    this.#rows.splice(index, 0, row);
  }

  #lowerBound(message: Message): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareMessages((this.#rows[middle] as Row).message, message) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #show(message: Message, key = message.clientId ?? message.id): ShownMessage {
    const delivery = message.author.type === this.#own ? "sent" : null;
    return { ...message, key, delivery, error: null };
  }
}

function showPending({ clientId, body, error }: PendingMessage, own: AuthorType): ShownMessage {
  const author: Author = { type: own, id: null, name: null, avatarUrl: null };
  return {
    key: clientId,
    id: null,
    clientId,
    conversation: null,
    revision: null,
    author,
    state: "complete",
    body,
    chunk: null,
    attachments: [],
    createdAt: null,
    editedAt: null,
    delivery: error ? "failed" : "pending",
    error,
  };
}
