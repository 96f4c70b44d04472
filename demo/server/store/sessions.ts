import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database } from "./database.ts";

export interface SessionRow {
  readonly id: number;
  readonly webchat: string;
  readonly contact_id: number | null;
  readonly seen_at: number;
}

/** The session was one, and has ended. It is not made again. */
export class SessionEnded extends Error {
  override readonly name = "SessionEnded";
}

/** A visitor's secret as the client makes it: 32 bytes in base64url (protocol/README.md, "Who is who"). */
export const SESSION_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** Being seen is written at most once in so long, in microseconds: a read should not cost a disk write. */
const SEEN_EVERY_US = 3_600_000_000;

const COLUMNS = "id, webchat, contact_id, seen_at, ended_at";

/** Sessions by the SHA-256 digest of their secret. The secret itself is never stored. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** @throws SessionEnded */
  find(webchat: string, secret: string): SessionRow | null {
    const session = live(
      this.#db.one<StoredSession>(
        `SELECT ${COLUMNS} FROM sessions WHERE webchat = ? AND digest = ?`,
        webchat,
        digestOf(secret),
      ),
    );
    const now = this.#clock.nowMs() * 1000;
    if (session && now - session.seen_at > SEEN_EVERY_US) {
      this.#db.run("UPDATE sessions SET seen_at = ? WHERE id = ?", now, session.id);
    }
    return session;
  }

  /** @throws SessionEnded */
  getOrCreate(webchat: string, secret: string): SessionRow {
    const session = live(
      this.#db.one<StoredSession>(
        `INSERT INTO sessions (webchat, digest, seen_at) VALUES (?, ?, ?)
         ON CONFLICT (webchat, digest) DO UPDATE SET
           seen_at = CASE WHEN ended_at IS NULL THEN MAX(seen_at, excluded.seen_at) ELSE seen_at END
         RETURNING ${COLUMNS}`,
        webchat,
        digestOf(secret),
        this.#clock.nowMs() * 1000,
      ),
    );
    if (!session) throw new Error("An upsert of a session returned no row.");
    return session;
  }

  tie(session: SessionRow, contactId: number): SessionRow {
    this.#db.run("UPDATE sessions SET contact_id = ? WHERE id = ?", contactId, session.id);
    return { ...session, contact_id: contactId };
  }

  /** Ends the session a conversation belongs to, or every session of its contact. @returns those that end now */
  endOf({ session_id, contact_id }: { session_id: number | null; contact_id: number | null }): number[] {
    const ended = this.#db.all<{ id: number }>(
      // Whose it was is of no use to a tombstone.
      `UPDATE sessions SET ended_at = ?, contact_id = NULL
       WHERE (id = ? OR contact_id = ?) AND ended_at IS NULL RETURNING id`,
      this.#clock.nowMs() * 1000,
      session_id,
      contact_id,
    );
    return ended.map(({ id }) => id);
  }
}

interface StoredSession extends SessionRow {
  readonly ended_at: number | null;
}

function live(session: StoredSession | null): SessionRow | null {
  if (session && session.ended_at !== null) throw new SessionEnded();
  return session;
}

function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
