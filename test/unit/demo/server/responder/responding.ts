import { vi } from "vitest";
import type { Conversation } from "../../../../../demo/server/chat/conversation.ts";
import type { Responder } from "../../../../../demo/server/responder/responder.ts";
import { Responses } from "../../../../../demo/server/responder/responses.ts";
import { EmbeddedStore } from "../../../../support/embedded-store.ts";

export const LIMIT_MS = 60_000;

/** A responder at work in a conversation; with fake timers. */
export function responding(respond: Responder) {
  const embedded = new EmbeddedStore();
  const log: string[] = [];
  const { chat, store } = embedded;
  const responses = new Responses({ chat, respond, log: (line) => log.push(line), limitMs: LIMIT_MS });
  const conversation = chat.openConversation(embedded.session());
  const ask = (body: string, where: Conversation = conversation) => {
    const message = where.post(chat.visitor(embedded.session()), { body });
    responses.take(where.id, message.id);
    return message;
  };
  const said = (where: Conversation = conversation) =>
    store.messages
      .after(where.id, 0, 1_000)
      .map(({ author_type, state, body }) => [author_type, state, body].join(" "));
  return { embedded, chat, store, log, responses, conversation, ask, said };
}

/** Lets everything run that waits for no more than so long. */
export const elapse = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
