import type { Clock } from "../clock.ts";
import type { Database } from "./database.ts";
import type { UploadFiles } from "./upload-files.ts";

const DAY_US = 24 * 3_600 * 1_000_000;

/**
 * What nobody came back to goes (protocol/README.md, promise 7). In days.
 *
 * - an upload no message carries: 1
 * - a session that never wrote: 7; it is forgotten
 * - any other session: it ends 180 after its last visit; an anonymous one's conversations go with their files
 * - the tombstone of a session that has ended, whatever ended it: 365 after the end
 *
 * What an identified contact wrote belongs to the host application's business, and stays.
 */
export const EXPIRY_DAYS = { upload: 1, silentSession: 7, session: 180, tombstone: 365 } as const;

/** @returns how many uploads and conversations went, and how many sessions ended or were forgotten */
export async function expire(
  db: Database,
  files: UploadFiles,
  clock: Clock,
): Promise<{ uploads: number; sessions: number; conversations: number }> {
  const before = (days: number) => clock.nowMs() * 1000 - days * DAY_US;
  const gone = db.transaction(() => {
    const uploads = db.all<{ id: string }>(
      `DELETE FROM uploads WHERE (message_id IS NULL AND created_at < ?1) OR message_id IN (
         SELECT messages.id FROM messages JOIN conversations ON conversations.id = conversation_id
         JOIN sessions ON sessions.id = conversations.session_id WHERE sessions.seen_at < ?2) RETURNING id`,
      before(EXPIRY_DAYS.upload),
      before(EXPIRY_DAYS.session),
    );
    // Before the conversations go: afterwards every session looks as if it had never written.
    const forgotten = db.run(
      `DELETE FROM sessions WHERE seen_at < ? AND ended_at IS NULL AND contact_id IS NULL
         AND NOT EXISTS (SELECT 1 FROM conversations WHERE session_id = sessions.id)`,
      before(EXPIRY_DAYS.silentSession),
    ).changes;
    const conversations = db.run(
      "DELETE FROM conversations WHERE session_id IN (SELECT id FROM sessions WHERE seen_at < ?)",
      before(EXPIRY_DAYS.session),
    ).changes;
    const ended = db.run(
      "UPDATE sessions SET ended_at = ?, contact_id = NULL WHERE seen_at < ? AND ended_at IS NULL",
      before(0),
      before(EXPIRY_DAYS.session),
    ).changes;
    buryTombstones(db, before(EXPIRY_DAYS.tombstone));
    return { uploads, sessions: forgotten + ended, conversations };
  });
  await files.remove(gone.uploads.map(({ id }) => id));
  // A crash between a file and its row leaves a file nobody knows of.
  const old = await files.olderThan(before(EXPIRY_DAYS.upload) / 1000);
  const known = new Set(db.all<{ id: string }>("SELECT id FROM uploads").map(({ id }) => id));
  await files.sweep(old.filter((name) => !known.has(name)));
  return { ...gone, uploads: gone.uploads.length };
}

function buryTombstones(db: Database, endedBeforeUs: number): void {
  // A contact's files stay with the contact's messages, whichever device they came from.
  db.run(
    `UPDATE uploads SET session_id = NULL
     WHERE message_id IS NOT NULL AND session_id IN (SELECT id FROM sessions WHERE ended_at < ?)`,
    endedBeforeUs,
  );
  db.run("DELETE FROM sessions WHERE ended_at < ?", endedBeforeUs);
}
