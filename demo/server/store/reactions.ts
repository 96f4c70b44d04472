import type { Database } from "./database.ts";

export interface Reactor {
  readonly type: string;
  readonly id: string;
}

/** Who reacted to which message with what. */
export class Reactions {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @returns whether anything changed */
  add(messageId: number, emoji: string, by: Reactor): boolean {
    const sql = "INSERT INTO reactions (message_id, emoji, by_type, by_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    return this.#db.run(sql, messageId, emoji, by.type, by.id).changes > 0;
  }

  /** @returns whether anything changed */
  remove(messageId: number, emoji: string, by: Reactor): boolean {
    const sql = "DELETE FROM reactions WHERE message_id = ? AND emoji = ? AND by_type = ? AND by_id = ?";
    return this.#db.run(sql, messageId, emoji, by.type, by.id).changes > 0;
  }

  count(messageId: number): number {
    return this.#db.one<{ n: number }>("SELECT COUNT(*) AS n FROM reactions WHERE message_id = ?", messageId)?.n ?? 0;
  }

  clear(messageId: number): void {
    this.#db.run("DELETE FROM reactions WHERE message_id = ?", messageId);
  }
}
