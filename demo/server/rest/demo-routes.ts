import type { CableServer } from "../cable/cable-server.ts";
import { type Answer, json } from "../http/answer.ts";
import type { HttpRequest } from "../http/http-request.ts";
import { originAllowed } from "../http/origins.ts";
import { invalidField, notFound, Problem } from "../http/problem.ts";
import type { Handler, Router } from "../http/router.ts";
import type { Responses } from "../responder/responses.ts";
import type { ConversationRow } from "../store/conversations.ts";
import { agentOf } from "./agent-routes.ts";
import type { RoutesContext } from "./routes-context.ts";

export interface DemoParts {
  readonly cable: () => CableServer;
  /** Streams something into a conversation. */
  readonly bot: Responses;
}

/**
 * Faults at the push of a button, for the demo page. Only from this machine, and only from pages of it: a page of
 * another site that the same person has open must not reach them.
 */
export function demoRoutes(router: Router, context: RoutesContext, { cable, bot }: DemoParts): void {
  const on = (method: string, pattern: string, handler: Handler) => {
    router.on(method, pattern, (request) => {
      requireLocal(request);
      return handler(request);
    });
  };
  on("GET", "/demo/config.json", () =>
    json({ control: context.config.controlUrl, webchat: context.config.webchat.id }),
  );
  on("POST", "/demo/faults/cut", () => {
    const sockets = cable().size;
    cable().cut();
    return json({ sockets });
  });
  on("POST", "/demo/faults/half-open", () => {
    const sockets = cable().size;
    cable().freeze();
    return json({ sockets });
  });
  on("POST", "/demo/faults/refuse", async (request) => {
    const { forMs } = fields(await request.json());
    if (!(Number.isSafeInteger(forMs) && Number(forMs) > 0 && Number(forMs) <= 600_000)) {
      throw invalidField("forMs", "must be 1 to 600000 milliseconds");
    }
    const sockets = cable().size;
    cable().refuse(Number(forMs));
    cable().cut();
    return json({ sockets, forMs });
  });
  on("GET", "/demo/messages", (request) => json(stored(context, request.query.get("conversation"))));
  on("POST", "/demo/agent/say", async (request) => say(context, fields(await request.json())));
  on("POST", "/demo/bot/say", async (request) => {
    const { id, status } = conversationOf(context, fields(await request.json())["conversation"]);
    const last = context.chat.store.messages.last(id);
    if (!last || status !== "open") throw notFound("open conversation with a message to answer");
    bot.take(id, last.id);
    return json({ conversation: String(id) }, { status: 202 });
  });
}

function say(context: RoutesContext, { conversation: wanted, count = 1 }: Readonly<Record<string, unknown>>): Answer {
  const { chat } = context;
  if (!(Number.isSafeInteger(count) && Number(count) > 0 && Number(count) <= 1_000)) {
    throw invalidField("count", "must be 1 to 1000");
  }
  const row = conversationOf(context, wanted);
  const author = agentOf(context);
  const ids = Array.from({ length: Number(count) }, (_, index) => {
    return String(chat.conversation(row.id).reply(`Message ${index + 1} of ${count}`, { author }).id);
  });
  return json({ conversation: String(row.id), ids }, { status: 201 });
}

/** The one that is named, else the one something happened in last. */
function conversationOf({ chat, config }: RoutesContext, wanted: unknown): ConversationRow {
  const { conversations } = chat.store;
  const row = wanted ? conversations.find(Number(wanted)) : conversations.latestOpen(config.webchat.id);
  if (!row) throw notFound("conversation");
  return row;
}

/** What the database has of a conversation, for the page to hold against what it shows. Ids only: no text, no names. */
function stored({ chat }: RoutesContext, wanted: string | null): { messages: readonly object[] } {
  const row = chat.store.conversations.find(Number(wanted));
  if (!row) throw notFound("conversation");
  const rows = chat.store.messages.after(row.id, 0, Number.MAX_SAFE_INTEGER);
  return { messages: rows.map(({ id, client_id }) => ({ id: String(id), client_id })) };
}

function requireLocal(request: HttpRequest): void {
  const local = /^(?:127\.|::1$|::ffff:127\.)/.test(request.address);
  const ownHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.host);
  if (local && ownHost && originAllowed(request.origin, null)) return;
  throw new Problem("origin_not_allowed", "The demo's controls only work on the machine it runs on.");
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
