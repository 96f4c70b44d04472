import type { Clock } from "../clock.ts";
import type { ConversationChange, ConversationRow } from "../store/conversations.ts";
import type { MessageRow, NewMessage } from "../store/messages.ts";
import type { Reactor } from "../store/reactions.ts";
import type { Store } from "../store/store.ts";
import type { Author } from "./author.ts";
import type { Broadcaster } from "./broadcaster.ts";
import { ConversationBroadcast } from "./conversation-broadcast.ts";
import type { Draft } from "./draft.ts";
import { StreamingReply } from "./streaming-reply.ts";

export interface ConversationOptions {
  readonly store: Store;
  readonly broadcaster: Broadcaster;
  readonly clock: Clock;
  readonly replies: Map<number, StreamingReply>;
}

interface Lock {
  readonly row: ConversationRow;
  /** The revision this change is given. */
  readonly revision: number;
  /** Microseconds. */
  readonly nowUs: number;
}

/**
 * One conversation, as the application writes to it. Every durable change is one transaction under the lock on the
 * conversation, which gives it the next revision; it is broadcast once it is committed (protocol/README.md, promises 1 and 2).
 */
export class Conversation {
  readonly id: number;
  readonly #options: ConversationOptions;
  readonly #broadcast: ConversationBroadcast;

  constructor(id: number, options: ConversationOptions) {
    this.id = id;
    this.#options = options;
    this.#broadcast = new ConversationBroadcast(id, options.store, options.broadcaster);
  }

  /** The row as it stands. @throws Error where the conversation has expired */
  get row(): ConversationRow {
    const row = this.#options.store.conversations.find(this.id);
    if (!row) throw new Error(`Conversation ${this.id} is gone.`);
    return row;
  }

  /** Answers the visitor in one go. */
  reply(text: string, { author }: { author: Author }): MessageRow {
    return this.post(author, { body: text });
  }

  /**
   * Answers the visitor piece by piece. Each piece is stored before it is shown; about ten a second at most.
   * Ends as `complete`, as `cancelled` where the visitor stopped it, or as `failed` where `write` throws, which is rethrown.
   *
   * @param options.signal fails the reply with its reason, whether `write` listens or not
   */
  async streamReply(
    { author, signal }: { author: Author; signal?: AbortSignal },
    write: (reply: StreamingReply) => Promise<void>,
  ): Promise<MessageRow> {
    const { store, replies } = this.#options;
    const { id } = this.#create(author, { body: "" }, "streaming");
    const reply = new StreamingReply((text) => this.#append(id, text));
    replies.set(id, reply);
    try {
      await Promise.race(signal ? [write(reply), abortion(signal)] : [write(reply)]);
      reply.end();
      this.#endReply(id, "complete");
    } catch (error) {
      // What was said before stays; the error is the writer's, and goes back to it.
      if (this.#failReply(id, reply).state !== "cancelled") throw error;
      // Stopped by the visitor: a writer that says so by throwing has done nothing wrong.
    } finally {
      replies.delete(id);
    }
    return existing(store.messages.find(this.id, id));
  }

  /** Adds a message. The caller has looked for its `clientId` in the same transaction. */
  post(author: Author, draft: Draft): MessageRow {
    return this.#create(author, draft, "complete");
  }

  edit(message: MessageRow, body: string): MessageRow {
    return this.#changeMessage(message.id, ({ nowUs }) => ({ body, edited_at: nowUs }));
  }

  /** Takes the content away; that there was a message stays. @returns the ids of uploads whose files may go */
  delete(message: MessageRow): string[] {
    const { store } = this.#options;
    return store.db.transaction(() => {
      store.reactions.clear(message.id);
      const uploads = store.uploads.detachAll(message.id);
      const emptied = { body: "", attachments: "[]", quick_replies: "[]", cards: "[]", reply_to: null, chunk: null };
      this.#changeMessage(message.id, () => ({ ...emptied, state: "deleted" }));
      return uploads;
    });
  }

  /** Stops a streaming reply; whatever else it is given stays as it is. */
  cancel(message: MessageRow): MessageRow {
    const { store, replies } = this.#options;
    // What the reply has said so far is stored first, so that nothing shown goes missing.
    replies.get(message.id)?.flush();
    const row = store.db.transaction(() => this.#endReply(message.id, "cancelled"));
    replies.get(message.id)?.cancel();
    return row;
  }

  /** A reply nobody writes any more: its server has died, or is stopping. */
  fail(messageId: number): void {
    this.#endReply(messageId, "failed");
  }

  react(message: MessageRow, emoji: string, by: Reactor, present: boolean): MessageRow {
    const { store } = this.#options;
    return store.db.transaction(() => {
      const changed = present
        ? store.reactions.add(message.id, emoji, by)
        : store.reactions.remove(message.id, emoji, by);
      return changed ? this.#changeMessage(message.id, () => ({})) : existing(store.messages.find(this.id, message.id));
    });
  }

  /** Moves a seen pointer forward; never back. */
  seen(side: "visitor" | "agent", message: MessageRow): ConversationRow {
    const column = `seen_${side}` as const;
    return this.change(({ row }) => ((row[column] ?? 0) < message.id ? { [column]: message.id } : null));
  }

  /** Changes the conversation itself; `null` for no change at all. */
  change(decide: (lock: Lock) => ConversationChange | null): ConversationRow {
    const { store } = this.#options;
    return store.db.transaction(() => {
      const lock = this.#lock();
      const change = decide(lock);
      if (change === null) return lock.row;
      store.conversations.update(this.id, lock.revision, lock.row.active_at, change);
      const { row } = this;
      this.#broadcast.conversation(row);
      return row;
    });
  }

  /** Somebody types. Kept nowhere. */
  typing(author: Author, state: "started" | "stopped"): void {
    this.#broadcast.typing(author, state);
  }

  #create(author: Author, draft: Draft, state: "complete" | "streaming"): MessageRow {
    const { store } = this.#options;
    return store.db.transaction(() => {
      const { row, revision, nowUs } = this.#lock();
      const createdAt = Math.max(nowUs, row.last_created_at + 1);
      const id = store.messages.insert(newMessage(this.id, author, draft, { state, revision, createdAt }));
      store.conversations.update(this.id, revision, createdAt, { last_created_at: createdAt });
      return this.#published(id);
    });
  }

  #changeMessage(id: number, decide: (lock: Lock) => Partial<MessageRow>): MessageRow {
    const { store } = this.#options;
    return store.db.transaction(() => {
      const lock = this.#lock();
      store.messages.update(id, { ...decide(lock), revision: lock.revision });
      store.conversations.update(this.id, lock.revision, lock.row.active_at, {});
      return this.#published(id);
    });
  }

  /** Without effect where the reply has ended already: the first end counts. */
  #endReply(id: number, state: "complete" | "cancelled" | "failed"): MessageRow {
    const { store } = this.#options;
    return store.db.transaction(() => {
      const message = existing(store.messages.find(this.id, id));
      return message.state === "streaming" ? this.#changeMessage(id, () => ({ state, chunk: null })) : message;
    });
  }

  #failReply(id: number, reply: StreamingReply): MessageRow {
    try {
      reply.flush();
    } finally {
      // The writer may still be at it: from now on nobody listens, and it is told.
      reply.cancel();
    }
    return this.#endReply(id, "failed");
  }

  #append(id: number, text: string): boolean {
    const chunk = this.#options.store.messages.append(id, text);
    if (chunk === null) return false;
    this.#broadcast.delta(id, chunk, text);
    return true;
  }

  #lock(): Lock {
    const { row } = this;
    return { row, revision: row.revision + 1, nowUs: this.#options.clock.nowMs() * 1000 };
  }

  #published(messageId: number): MessageRow {
    const message = existing(this.#options.store.messages.find(this.id, messageId));
    this.#broadcast.message(message);
    return message;
  }
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

function newMessage(
  conversationId: number,
  author: Author,
  draft: Draft,
  { state, revision, createdAt }: { state: "complete" | "streaming"; revision: number; createdAt: number },
): NewMessage {
  return {
    conversation_id: conversationId,
    client_id: draft.clientId ?? null,
    revision,
    author_type: author.type,
    author_id: author.id,
    author_name: author.name,
    author_avatar_url: author.avatarUrl,
    state,
    body: draft.body,
    chunk: state === "streaming" ? 0 : null,
    attachments: JSON.stringify(draft.attachments ?? []),
    quick_replies: JSON.stringify(draft.quickReplies ?? []),
    cards: JSON.stringify(draft.cards ?? []),
    reply_to: draft.replyTo ? JSON.stringify(draft.replyTo) : null,
    created_at: createdAt,
  };
}

function existing(row: MessageRow | null): MessageRow {
  if (!row) throw new Error("A message that was just written is gone.");
  return row;
}
