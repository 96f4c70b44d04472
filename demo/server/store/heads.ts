import type { ConversationRow } from "./conversations.ts";
import type { Database } from "./database.ts";

export interface HeadRow extends ConversationRow {
  readonly name: string | null;
  readonly email: string | null;
  /** JSON object, or null for an anonymous visitor. */
  readonly attributes: string | null;
  readonly last_message_id: number | null;
  readonly unread_count: number;
}

export interface HeadsQuery {
  readonly webchat: string;
  readonly status: "open" | "closed" | null;
  /** Part of the visitor's name or email, or of a message. */
  readonly q: string | null;
  /** Only what comes after this conversation in the list. */
  readonly before: ConversationRow | null;
  readonly limit: number;
}

const HEAD = `
  SELECT conversations.*, contacts.name, contacts.email, contacts.attributes,
    (SELECT id FROM messages WHERE conversation_id = conversations.id ORDER BY created_at DESC LIMIT 1) AS last_message_id,
    (SELECT COUNT(*) FROM messages WHERE conversation_id = conversations.id AND author_type = 'visitor'
       AND state <> 'deleted' AND messages.id > COALESCE(seen_agent, 0)) AS unread_count
  FROM conversations LEFT JOIN contacts ON contacts.id = conversations.contact_id`;

/** Conversations as the agent's list shows them. */
export class Heads {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  find(conversationId: number): HeadRow | null {
    return this.#db.one<HeadRow>(`${HEAD} WHERE conversations.id = ?`, conversationId);
  }

  /** The latest first. */
  list({ webchat, status, q, before, limit }: HeadsQuery): HeadRow[] {
    const like = q === null ? null : `%${q.replace(/[\\%_]/g, "\\$&")}%`;
    return this.#db.all<HeadRow>(
      `${HEAD} WHERE conversations.webchat = ?1 AND (?2 IS NULL OR status = ?2)
         AND (?3 IS NULL OR name LIKE ?3 ESCAPE '\\' OR email LIKE ?3 ESCAPE '\\' OR EXISTS (
           SELECT 1 FROM messages WHERE conversation_id = conversations.id AND state <> 'deleted' AND body LIKE ?3 ESCAPE '\\'))
         AND (?4 IS NULL OR (active_at, conversations.id) < (?4, ?5))
       ORDER BY active_at DESC, conversations.id DESC LIMIT ?6`,
      webchat,
      status,
      like,
      before?.active_at ?? null,
      before?.id ?? null,
      limit,
    );
  }
}
