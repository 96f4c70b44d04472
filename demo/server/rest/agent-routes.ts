import type { Author } from "../chat/author.ts";
import { presentConversation, presentHead, presentMessage } from "../chat/present.ts";
import { type Answer, json } from "../http/answer.ts";
import type { HttpRequest } from "../http/http-request.ts";
import { invalidField, notFound, Problem } from "../http/problem.ts";
import type { Handler, Router } from "../http/router.ts";
import { validated } from "../http/schemas.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { MessageRow } from "../store/messages.ts";
import { answerPage, limitOf } from "./page-query.ts";
import { requireAgent } from "./reader.ts";
import type { RoutesContext } from "./routes-context.ts";
import { alreadySent, type SendRequest, send, sentNow } from "./send.ts";

const LIST = "/cablechat/agent/conversations";
const ONE = `${LIST}/:conversation`;

/** The agent's side (protocol/README.md, "The agent's side"). */
export function agentRoutes(router: Router, context: RoutesContext): void {
  const { chat, config } = context;
  const { store } = chat;
  const agent = agentOf(context);
  const on = (method: string, pattern: string, handler: Handler) => {
    router.on(method, pattern, (request) => {
      requireAgent(request, config);
      return handler(request);
    });
  };
  const change = (request: HttpRequest, decide: (row: ConversationRow) => Partial<ConversationRow> | null) => {
    const { id } = conversationOf(request, context);
    return json({ conversation: presentConversation(chat.conversation(id).change(({ row }) => decide(row))) });
  };

  on("GET", LIST, (request) => list(request, context));
  on("GET", `${ONE}/messages`, (request) => answerPage(request, store, conversationOf(request, context)));
  on("POST", `${ONE}/messages`, async (request) => {
    const body = validated<SendRequest>("send-request", await request.json());
    return store.db.transaction(() => {
      const { id } = conversationOf(request, context);
      const before = store.messages.byClientId(id, body.client_id.toLowerCase());
      if (before) return alreadySent(before, agent);
      return sentNow(send(context, chat.conversation(id), agent, body, () => null));
    });
  });
  on("PATCH", `${ONE}/messages/:message`, async (request) => {
    const { body } = validated<{ body: string }>("edit-request", await request.json());
    const message = ownMessage(request, context);
    if (message.state === "deleted") throw invalidField("message", "is deleted");
    return json(presentMessage(chat.conversation(message.conversation_id).edit(message, body)));
  });
  on("DELETE", `${ONE}/messages/:message`, async (request) => {
    const message = ownMessage(request, context);
    const conversation = chat.conversation(message.conversation_id);
    if (message.state !== "deleted") await context.files.remove(conversation.delete(message));
    return json(presentMessage(store.messages.find(conversation.id, message.id) ?? message));
  });
  on("PUT", `${ONE}/seen`, async (request) => {
    const { up_to } = validated<{ up_to: string | number }>("seen-request", await request.json());
    const { id } = conversationOf(request, context);
    const message = store.messages.find(id, Number(up_to));
    if (!message) throw notFound("message");
    return json({ conversation: presentConversation(chat.conversation(id).seen("agent", message)) });
  });
  on("PUT", `${ONE}/assignee`, async (request) => {
    const { assignee } = validated<AssigneeRequest>("assignee-request", await request.json());
    const text = assignee && JSON.stringify({ name: assignee.name, avatar_url: assignee.avatar_url ?? null });
    return change(request, (row) => (row.assignee === text ? null : { assignee: text }));
  });
  on("POST", `${ONE}/close`, (request) =>
    change(request, ({ status }) => (status === "open" ? { status: "closed" } : null)),
  );
  on("DELETE", `${ONE}/session`, (request) => {
    const row = conversationOf(request, context);
    return json({ conversation: presentConversation(chat.endSession(row)) });
  });
  on("POST", `${ONE}/reopen`, (request) => {
    const row = conversationOf(request, context);
    const other = store.conversations.openBeside(row);
    if (other)
      throw invalidField("conversation", `cannot be opened again: the visitor has conversation ${other.id} open`);
    return change(request, ({ status }) => (status === "closed" ? { status: "open" } : null));
  });
}

/** Who answers: the embedded server knows one agent. */
export function agentOf({ config }: RoutesContext): Author {
  return { type: "agent", id: "1", name: config.agent.name, avatarUrl: null };
}

interface AssigneeRequest {
  readonly assignee: { readonly name: string; readonly avatar_url?: string | null } | null;
}

function list(request: HttpRequest, { chat, config }: RoutesContext): Answer {
  const { store } = chat;
  const limit = limitOf(request);
  const status = request.query.get("status") || null;
  if (status !== null && status !== "open" && status !== "closed")
    throw invalidField("status", "must be open or closed");
  const beforeId = request.query.get("before") || null;
  const before = beforeId === null ? null : store.conversations.find(Number(beforeId));
  if (beforeId !== null && !before) throw new Problem("unknown_cursor", "before is no conversation. Begin anew.");
  const q = request.query.get("q")?.trim().slice(0, 200) || null;
  const heads = store.heads.list({ webchat: config.webchat.id, status, q, before, limit: limit + 1 });
  const conversations = heads.slice(0, limit).map((head) => {
    const last = head.last_message_id === null ? null : store.messages.find(head.id, head.last_message_id);
    return presentHead(head, last);
  });
  return json({ conversations, has_more: heads.length > limit });
}

function conversationOf(request: HttpRequest, { chat, config }: RoutesContext): ConversationRow {
  const id = request.param("conversation");
  const conversation = /^\d{1,15}$/.test(id) ? chat.store.conversations.find(Number(id)) : null;
  if (conversation?.webchat !== config.webchat.id) throw notFound("conversation");
  return conversation;
}

/** A message the agent wrote. Somebody else's is as good as none. */
function ownMessage(request: HttpRequest, context: RoutesContext): MessageRow {
  const { id } = conversationOf(request, context);
  const messageId = request.param("message");
  const message = /^\d{1,15}$/.test(messageId) ? context.chat.store.messages.find(id, Number(messageId)) : null;
  if (message?.author_type !== "agent" || message.author_id !== agentOf(context).id) throw notFound("message of yours");
  return message;
}
