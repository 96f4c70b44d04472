import type { Database } from "./database.ts";
import type { SessionRow } from "./sessions.ts";

export interface ConversationRow {
  readonly id: number;
  readonly webchat: string;
  readonly session_id: number | null;
  readonly contact_id: number | null;
  readonly status: "open" | "closed";
  readonly revision: number;
  /** The newest message's `created_at`, in microseconds. */
  readonly last_created_at: number;
  readonly active_at: number;
  /** JSON, or null. */
  readonly assignee: string | null;
  readonly seen_visitor: number | null;
  readonly seen_agent: number | null;
  /** JSON, or null. */
  readonly rating: string | null;
  /** JSON, or null. */
  readonly page: string | null;
}

export type ConversationChange = Partial<
  Pick<
    ConversationRow,
    | "status"
    | "assignee"
    | "seen_visitor"
    | "seen_agent"
    | "rating"
    | "page"
    | "last_created_at"
    | "session_id"
    | "contact_id"
  >
>;

/** Conversations and whose they are: an identified visitor's belong to the contact, an anonymous one's to the session. */
export class Conversations {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(id: number): ConversationRow | null {
    return this.#db.one<ConversationRow>("SELECT * FROM conversations WHERE id = ?", id);
  }

  /** The session's conversation of that id; `null` too where it is somebody else's. */
  owned(session: SessionRow, id: number): ConversationRow | null {
    const { column, value } = ownerOf(session);
    return this.#db.one<ConversationRow>(`SELECT * FROM conversations WHERE id = ? AND ${column} = ?`, id, value);
  }

  ofMessage(messageId: number): ConversationRow | null {
    return this.#db.one<ConversationRow>(
      "SELECT conversations.* FROM conversations JOIN messages ON conversation_id = conversations.id WHERE messages.id = ?",
      messageId,
    );
  }

  /** What the session reads: its open conversation, else its latest. */
  current(session: SessionRow): ConversationRow | null {
    const { column, value } = ownerOf(session);
    return this.#db.one<ConversationRow>(
      `SELECT * FROM conversations WHERE ${column} = ? ORDER BY status = 'open' DESC, id DESC LIMIT 1`,
      value,
    );
  }

  open(session: SessionRow): ConversationRow | null {
    const current = this.current(session);
    return current?.status === "open" ? current : null;
  }

  getOrCreateOpen(session: SessionRow, nowUs: number): ConversationRow {
    const { column, value } = ownerOf(session);
    this.#db.run(
      `INSERT INTO conversations (webchat, ${column}, active_at) VALUES (?, ?, ?)
       ON CONFLICT (${column}) WHERE status = 'open' AND ${column} IS NOT NULL DO NOTHING`,
      session.webchat,
      value,
      nowUs,
    );
    const conversation = this.open(session);
    if (!conversation) throw new Error("A conversation was made, but none is open.");
    return conversation;
  }

  /** Writes the next revision with whatever has changed. */
  update(id: number, revision: number, activeAtUs: number, change: ConversationChange): void {
    const entries = Object.entries(change);
    this.#db.run(
      `UPDATE conversations SET revision = ?, active_at = ?${entries.map(([column]) => `, ${column} = ?`).join("")} WHERE id = ?`,
      revision,
      activeAtUs,
      ...entries.map(([, value]) => value),
      id,
    );
  }

  /** Those of an anonymous session, so that its contact can take them over. */
  anonymousOf(session: SessionRow): ConversationRow[] {
    return this.#db.all<ConversationRow>("SELECT * FROM conversations WHERE session_id = ? ORDER BY id", session.id);
  }

  /** Another one of the same visitor that is open. */
  openBeside({ id, session_id, contact_id }: ConversationRow): ConversationRow | null {
    return this.#db.one<ConversationRow>(
      "SELECT * FROM conversations WHERE status = 'open' AND id <> ? AND (session_id = ? OR contact_id = ?)",
      id,
      session_id,
      contact_id,
    );
  }

  /** Where the visitor wrote from last: told to agents only, so it is no durable change of the conversation. */
  setPage(id: number, page: string): void {
    this.#db.run("UPDATE conversations SET page = ? WHERE id = ?", page, id);
  }

  latestOpen(webchat: string): ConversationRow | null {
    return this.#db.one<ConversationRow>(
      "SELECT * FROM conversations WHERE webchat = ? AND status = 'open' ORDER BY active_at DESC, id DESC LIMIT 1",
      webchat,
    );
  }
}

/** By which column a session's conversations are its own. */
export function ownerOf(session: SessionRow): { column: "contact_id" | "session_id"; value: number } {
  return session.contact_id === null
    ? { column: "session_id", value: session.id }
    : { column: "contact_id", value: session.contact_id };
}
