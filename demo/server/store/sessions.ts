import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database } from "./database.ts";

export interface SessionRow {
  readonly id: number;
  readonly webchat: string;
  readonly contact_id: number | null;
  readonly seen_at: number;
}

/** A visitor's secret as the client makes it: 32 bytes in base64url (protocol/README.md, "Who is who"). */
export const SESSION_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** Being seen is written at most once in so long, in microseconds: a read should not cost a disk write. */
const SEEN_EVERY_US = 3_600_000_000;

const COLUMNS = "id, webchat, contact_id, seen_at";

/** Sessions by the SHA-256 digest of their secret. The secret itself is never stored. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  find(webchat: string, secret: string): SessionRow | null {
    const session = this.#db.one<SessionRow>(
      `SELECT ${COLUMNS} FROM sessions WHERE webchat = ? AND digest = ?`,
      webchat,
      digestOf(secret),
    );
    const now = this.#clock.nowMs() * 1000;
    if (session && now - session.seen_at > SEEN_EVERY_US) {
      this.#db.run("UPDATE sessions SET seen_at = ? WHERE id = ?", now, session.id);
    }
    return session;
  }

  getOrCreate(webchat: string, secret: string): SessionRow {
    const session = this.#db.one<SessionRow>(
      `INSERT INTO sessions (webchat, digest, seen_at) VALUES (?, ?, ?)
       ON CONFLICT (webchat, digest) DO UPDATE SET seen_at = MAX(seen_at, excluded.seen_at) RETURNING ${COLUMNS}`,
      webchat,
      digestOf(secret),
      this.#clock.nowMs() * 1000,
    );
    if (!session) throw new Error("An upsert of a session returned no row.");
    return session;
  }

  tie(session: SessionRow, contactId: number): SessionRow {
    this.#db.run("UPDATE sessions SET contact_id = ? WHERE id = ?", contactId, session.id);
    return { ...session, contact_id: contactId };
  }
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
