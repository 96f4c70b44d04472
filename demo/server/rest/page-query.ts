import { messagesPage, type PageQuery, UnknownCursor } from "../chat/messages-page.ts";
import { type Answer, json } from "../http/answer.ts";
import type { HttpRequest } from "../http/http-request.ts";
import { invalidField, Problem } from "../http/problem.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { Store } from "../store/store.ts";

/** The most rows of one page, and how many there are where nobody says. */
export const PAGE_LIMIT = 100;

/** A page of messages for either side. @throws Problem `invalid`, `unknown_cursor` */
export function answerPage(request: HttpRequest, store: Store, conversation: ConversationRow | null): Answer {
  try {
    return json(messagesPage(store, conversation, pageQuery(request)));
  } catch (error) {
    // The named case: the reader's place is in another conversation, or was never there.
    if (error instanceof UnknownCursor) {
      throw new Problem(
        "unknown_cursor",
        "after_id, before_id or revision is not of this conversation. Bootstrap again.",
      );
    }
    throw error;
  }
}

function pageQuery(request: HttpRequest): PageQuery {
  const afterId = request.query.get("after_id") || null;
  const beforeId = request.query.get("before_id") || null;
  const revision = request.integer("revision");
  if (beforeId !== null && (afterId !== null || revision !== null)) {
    throw invalidField("before_id", "cannot be given together with after_id or revision");
  }
  return { afterId, beforeId, revision, limit: limitOf(request) };
}

/** More than the most is given the most. */
export function limitOf(request: HttpRequest): number {
  return Math.min(request.integer("limit", { min: 1 }) ?? PAGE_LIMIT, PAGE_LIMIT);
}
