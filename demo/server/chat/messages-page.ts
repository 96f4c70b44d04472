import type { ConversationRow } from "../store/conversations.ts";
import type { MessageRow } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { type Json, presentConversation, presentMessage } from "./present.ts";

export interface PageQuery {
  readonly afterId: string | null;
  readonly beforeId: string | null;
  readonly revision: number | null;
  readonly limit: number;
}

/** The place asked from is not in the reader's conversation. */
export class UnknownCursor extends Error {
  override readonly name = "UnknownCursor";
}

interface Page {
  readonly rows: readonly MessageRow[];
  readonly revision: number;
  readonly hasMore: boolean;
}

/**
 * A page of catch-up or history (protocol/README.md, "Messages").
 *
 * @throws UnknownCursor
 */
export function messagesPage(store: Store, conversation: ConversationRow | null, query: PageQuery): Json {
  if (!conversation) {
    if (query.afterId !== null || query.beforeId !== null || (query.revision ?? 0) > 0) throw new UnknownCursor();
    return { conversation: null, messages: [], revision: 0, has_more: false };
  }
  const { rows, revision, hasMore } = select(store, conversation, query);
  return {
    conversation: presentConversation(conversation),
    messages: rows.map(presentMessage),
    revision,
    has_more: hasMore,
  };
}

function select(store: Store, conversation: ConversationRow, query: PageQuery): Page {
  const after = query.afterId === null ? 0 : createdAt(store, conversation, query.afterId);
  if (query.beforeId !== null) {
    return before(store, conversation, createdAt(store, conversation, query.beforeId), query.limit);
  }
  if (query.revision === null) return createdAfter(store, conversation, after, query.limit);
  // A revision that was never given: the reader knows another history (a restored backup, another conversation).
  if (query.revision > conversation.revision) throw new UnknownCursor();
  return changedAfter(store, conversation, query.revision, query.limit);
}

function changedAfter({ messages }: Store, conversation: ConversationRow, revision: number, limit: number): Page {
  const rows = messages.changedAfter(conversation.id, revision, limit + 1);
  const page = rows.slice(0, limit);
  if (rows.length > limit) return { rows: page, revision: page.at(-1)?.revision ?? revision, hasMore: true };
  const all = withStreaming(page, messages.streaming(conversation.id));
  return { rows: all.sort((a, b) => a.revision - b.revision), revision: conversation.revision, hasMore: false };
}

function createdAfter({ messages }: Store, conversation: ConversationRow, after: number, limit: number): Page {
  const rows = messages.after(conversation.id, after, limit + 1);
  const page = rows.slice(0, limit);
  if (rows.length > limit) {
    // In creation order a row still to come may have a lower revision than one that is here (edited since).
    // Who goes on by revision must not be sent past it.
    const next = messages.lowestRevisionAfter(conversation.id, page.at(-1)?.created_at ?? after);
    return { rows: page, revision: (next ?? conversation.revision + 1) - 1, hasMore: true };
  }
  const all = withStreaming(page, messages.streaming(conversation.id));
  return { rows: all.sort((a, b) => a.created_at - b.created_at), revision: conversation.revision, hasMore: false };
}

function before({ messages }: Store, conversation: ConversationRow, time: number, limit: number): Page {
  const rows = messages.before(conversation.id, time, limit + 1);
  return { rows: rows.slice(-limit), revision: conversation.revision, hasMore: rows.length > limit };
}

function withStreaming(page: readonly MessageRow[], streaming: readonly MessageRow[]): MessageRow[] {
  const known = new Set(page.map(({ id }) => id));
  return [...page, ...streaming.filter(({ id }) => !known.has(id))];
}

function createdAt(store: Store, conversation: ConversationRow, id: string): number {
  const message = /^\d{1,15}$/.test(id) ? store.messages.find(conversation.id, Number(id)) : null;
  if (!message) throw new UnknownCursor();
  return message.created_at;
}
