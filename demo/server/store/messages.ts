import type { Database, SqlValue } from "./database.ts";

export interface MessageRow {
  readonly id: number;
  readonly conversation_id: number;
  readonly client_id: string | null;
  readonly revision: number;
  readonly author_type: "visitor" | "agent" | "bot" | "system";
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly author_avatar_url: string | null;
  readonly state: "complete" | "streaming" | "cancelled" | "failed" | "deleted";
  readonly body: string;
  readonly chunk: number | null;
  /** JSON arrays and objects, as the protocol shows them. */
  readonly attachments: string;
  readonly quick_replies: string;
  readonly cards: string;
  readonly reply_to: string | null;
  readonly reactions: string;
  readonly created_at: number;
  readonly edited_at: number | null;
}

export type NewMessage = Omit<MessageRow, "id" | "reactions" | "edited_at">;

/** Every message of every conversation. Writing is done under the conversation's lock, by `Conversation`. */
export class Messages {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(conversationId: number, id: number): MessageRow | null {
    return this.#one("conversation_id = ? AND id = ?", conversationId, id);
  }

  byClientId(conversationId: number, clientId: string): MessageRow | null {
    return this.#one("conversation_id = ? AND client_id = ?", conversationId, clientId);
  }

  /** Also in conversations that were closed since: a send stays idempotent for as long as its conversation exists. */
  byClientIdOfReader(
    owner: { column: "session_id" | "contact_id"; value: number },
    clientId: string,
  ): MessageRow | null {
    return this.#one(
      `client_id = ? AND conversation_id IN (SELECT id FROM conversations WHERE ${owner.column} = ?)`,
      clientId,
      owner.value,
    );
  }

  last(conversationId: number): MessageRow | null {
    return this.#one("conversation_id = ? ORDER BY created_at DESC LIMIT 1", conversationId);
  }

  /** Created after a time (microseconds), in creation order. */
  after(conversationId: number, createdAt: number, limit: number): MessageRow[] {
    return this.#all(
      "conversation_id = ? AND created_at > ? ORDER BY created_at LIMIT ?",
      conversationId,
      createdAt,
      limit,
    );
  }

  /** Created before a time (microseconds), the nearest ones, oldest first. */
  before(conversationId: number, createdAt: number, limit: number): MessageRow[] {
    return this.#all(
      "conversation_id = ? AND created_at < ? ORDER BY created_at DESC LIMIT ?",
      conversationId,
      createdAt,
      limit,
    ).reverse();
  }

  /** Created or changed after a revision, in revision order. */
  changedAfter(conversationId: number, revision: number, limit: number): MessageRow[] {
    return this.#all("conversation_id = ? AND revision > ? ORDER BY revision LIMIT ?", conversationId, revision, limit);
  }

  /** The lowest revision among what was created after a time; `null` where nothing was. */
  lowestRevisionAfter(conversationId: number, createdAt: number): number | null {
    const sql = "SELECT MIN(revision) AS lowest FROM messages WHERE conversation_id = ? AND created_at > ?";
    return this.#db.one<{ lowest: number | null }>(sql, conversationId, createdAt)?.lowest ?? null;
  }

  streaming(conversationId: number): MessageRow[] {
    return this.#all("conversation_id = ? AND state = 'streaming' ORDER BY created_at", conversationId);
  }

  allStreaming(): MessageRow[] {
    return this.#all("state = 'streaming' ORDER BY id");
  }

  insert(message: NewMessage): number {
    const columns = Object.keys(message);
    return this.#db.run(
      `INSERT INTO messages (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
      ...Object.values(message),
    ).lastInsertRowid;
  }

  update(id: number, change: Partial<Omit<MessageRow, "id" | "reactions">>): void {
    const columns = Object.keys(change).map((column) => `${column} = ?`);
    this.#db.run(`UPDATE messages SET ${columns.join(", ")} WHERE id = ?`, ...Object.values(change), id);
  }

  /** Adds a chunk to a streaming reply. @returns its number, or `null` where the reply has ended meanwhile */
  append(id: number, text: string): number | null {
    const row = this.#db.one<{ chunk: number }>(
      "UPDATE messages SET body = body || ?, chunk = chunk + 1 WHERE id = ? AND state = 'streaming' RETURNING chunk",
      text,
      id,
    );
    return row ? row.chunk - 1 : null;
  }

  #one(where: string, ...values: SqlValue[]): MessageRow | null {
    return this.#db.one<MessageRow>(`SELECT * FROM full_messages WHERE ${where}`, ...values);
  }

  #all(where: string, ...values: SqlValue[]): MessageRow[] {
    return this.#db.all<MessageRow>(`SELECT * FROM full_messages WHERE ${where}`, ...values);
  }
}
