import type { Database } from "./database.ts";

/**
 * Transcripts to be mailed. The embedded server has no mail of its own: whoever runs it for real reads this table,
 * sends, and deletes the row.
 */
export class Transcripts {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Asking again for the same address before it was sent changes nothing. */
  order(conversationId: number, email: string, nowUs: number): void {
    this.#db.run(
      "INSERT INTO transcripts (conversation_id, email, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      conversationId,
      email,
      nowUs,
    );
  }
}
