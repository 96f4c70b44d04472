import type { Author, Message } from "../../src/core/message.ts";

export const AGENT: Author = { type: "agent", id: "9", name: "Ana", avatarUrl: null };
export const VISITOR: Author = { type: "visitor", id: null, name: null, avatarUrl: null };

/** A moment of the test day, `microseconds` after it began. */
export function at(microseconds: number): string {
  return `2026-11-21T00:00:${String(Math.floor(microseconds / 1e6)).padStart(2, "0")}.${String(microseconds % 1e6).padStart(6, "0")}Z`;
}

/** An agent's complete message. Its id gives its revision and its time, unless told otherwise. */
export function message(id: number | string, more: Partial<Message> = {}): Message {
  const number = Number(id);
  return {
    id: String(id),
    clientId: null,
    conversation: "77",
    revision: Number.isNaN(number) ? null : number,
    author: AGENT,
    state: "complete",
    body: `message ${id}`,
    chunk: null,
    attachments: [],
    reactions: [],
    createdAt: at(Number.isNaN(number) ? 0 : number),
    editedAt: null,
    ...more,
  };
}

/** The same as the backend writes it. */
export function messageJson(
  id: number | string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const { createdAt, revision, body } = message(id);
  return {
    id: String(id),
    client_id: null,
    conversation: "77",
    revision,
    author: { type: "agent", id: "9", name: "Ana", avatar_url: null },
    state: "complete",
    body,
    chunk: null,
    attachments: [],
    quick_replies: [],
    cards: [],
    reply_to: null,
    reactions: [],
    created_at: createdAt,
    edited_at: null,
    ...more,
  };
}
