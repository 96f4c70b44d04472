import { timestamp } from "../clock.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { HeadRow } from "../store/heads.ts";
import type { MessageRow } from "../store/messages.ts";
import type { UploadRow } from "../store/uploads.ts";
import type { Author } from "./author.ts";

/** Any object of the protocol, as it goes out. */
export type Json = Readonly<Record<string, unknown>>;

/** A message as the protocol shows it. Of a deleted one nothing is left but that it was there. */
export function presentMessage(row: MessageRow): Json {
  const { revision, state } = row;
  const created_at = timestamp(row.created_at);
  if (state === "deleted") return { id: String(row.id), state, revision, created_at };
  return {
    id: String(row.id),
    client_id: row.client_id,
    conversation: String(row.conversation_id),
    revision,
    author: presentAuthor({
      type: row.author_type,
      id: row.author_id,
      name: row.author_name,
      avatarUrl: row.author_avatar_url,
    }),
    state,
    body: row.body,
    chunk: row.chunk,
    attachments: JSON.parse(row.attachments),
    quick_replies: JSON.parse(row.quick_replies),
    cards: JSON.parse(row.cards),
    reply_to: parseOrNull(row.reply_to),
    reactions: JSON.parse(row.reactions),
    created_at,
    edited_at: row.edited_at === null ? null : timestamp(row.edited_at),
  };
}

export function presentAuthor({ type, id, name, avatarUrl }: Author): Json {
  return { type, id, name, avatar_url: avatarUrl };
}

export function presentConversation(row: ConversationRow): Json {
  return {
    id: String(row.id),
    status: row.status,
    revision: row.revision,
    assignee: parseOrNull(row.assignee),
    seen: { visitor: idOrNull(row.seen_visitor), agent: idOrNull(row.seen_agent) },
    rating: parseOrNull(row.rating),
  };
}

export function presentHead(row: HeadRow, lastMessage: MessageRow | null): Json {
  return {
    conversation: presentConversation(row),
    visitor: {
      name: row.name,
      email: row.email,
      attributes: parseOrNull(row.attributes) ?? {},
      page: parseOrNull(row.page),
    },
    last_message: lastMessage && presentMessage(lastMessage),
    unread_count: row.unread_count,
    active_at: timestamp(row.active_at),
  };
}

/** @param publicUrl the server's own URL: a widget on another site cannot use a relative one */
export function presentUpload(row: UploadRow, publicUrl: string): Json {
  const { id, name, content_type, size, width, height } = row;
  return { id, name, content_type, size, url: `${publicUrl}/cablechat/uploads/${id}`, width, height };
}

function parseOrNull(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

function idOrNull(id: number | null): string | null {
  return id === null ? null : String(id);
}
