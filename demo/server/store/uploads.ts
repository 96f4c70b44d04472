import type { Database } from "./database.ts";

export interface UploadRow {
  /** Unguessable: whoever knows it may fetch the file, since an image's request carries no session. */
  readonly id: string;
  readonly webchat: string;
  readonly session_id: number | null;
  readonly message_id: number | null;
  readonly name: string;
  readonly content_type: string;
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly created_at: number;
}

/** What is known of uploaded files. The bytes are in the data folder, see `UploadFiles`. */
export class Uploads {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(id: string): UploadRow | null {
    return this.#db.one<UploadRow>("SELECT * FROM uploads WHERE id = ?", id);
  }

  /** The session's own upload that no message has yet. */
  unattached(id: string, sessionId: number): UploadRow | null {
    return this.#db.one<UploadRow>(
      "SELECT * FROM uploads WHERE id = ? AND session_id = ? AND message_id IS NULL",
      id,
      sessionId,
    );
  }

  insert(upload: UploadRow): void {
    const columns = Object.keys(upload);
    this.#db.run(
      `INSERT INTO uploads (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
      ...Object.values(upload),
    );
  }

  attach(id: string, messageId: number): void {
    this.#db.run("UPDATE uploads SET message_id = ? WHERE id = ?", messageId, id);
  }

  /** @returns the ids whose files may go now */
  detachAll(messageId: number): string[] {
    const gone = this.#db.all<{ id: string }>("DELETE FROM uploads WHERE message_id = ? RETURNING id", messageId);
    return gone.map(({ id }) => id);
  }
}
