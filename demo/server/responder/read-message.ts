import type { MessageRow } from "../store/messages.ts";
import type { ReadMessage } from "./responder.ts";

/** A row as responders read it; `null` of a deleted message, of which nothing is left. */
export function readMessage(row: MessageRow): ReadMessage | null {
  const { state } = row;
  if (state === "deleted") return null;
  const { author_type: type, author_id: id, author_name: name, author_avatar_url: avatarUrl } = row;
  return {
    id: String(row.id),
    author: { type, id, name, avatarUrl },
    state,
    body: row.body,
    attachments: JSON.parse(row.attachments),
    replyTo: row.reply_to === null ? null : JSON.parse(row.reply_to),
    createdAt: new Date(row.created_at / 1000),
  };
}
