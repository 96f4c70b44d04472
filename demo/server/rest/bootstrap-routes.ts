import { createHash } from "node:crypto";
import { type Json, presentConversation, presentMessage } from "../chat/present.ts";
import type { Config } from "../config.ts";
import { type Answer, empty, json } from "../http/answer.ts";
import type { HttpRequest } from "../http/http-request.ts";
import type { Router } from "../http/router.ts";
import type { SessionRow } from "../store/sessions.ts";
import { ACCEPTED_UPLOADS } from "../store/upload-files.ts";
import { PAGE_LIMIT } from "./page-query.ts";
import { findSession, optionalSessionSecret, webchatOf } from "./reader.ts";
import type { RoutesContext } from "./routes-context.ts";

/** `GET /webchats/:id`: settings, and where a session has got to. Creates nothing. */
export function bootstrapRoutes(router: Router, context: RoutesContext): void {
  const { config, chat } = context;
  router.on("GET", "/cablechat/webchats/:webchat", (request) => {
    const webchat = webchatOf(request, config);
    const secret = optionalSessionSecret(request);
    const settings = settingsOf(config, request);
    if (secret === null) return anonymous(request, { ...settings, ...thread(context, null) });
    const session = findSession(chat.store, webchat, secret);
    return json({ ...settings, ...thread(context, session) });
  });
}

/** The same for everybody, so it may be kept anywhere as long as it is asked for anew. */
function anonymous(request: HttpRequest, body: Json): Answer {
  const etag = `"${createHash("sha256").update(JSON.stringify(body)).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: etag, "Cache-Control": "public, max-age=0, must-revalidate", Vary: "Origin, Authorization" };
  const known = (request.header("if-none-match") ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*") ? empty(304, headers) : json(body, { headers });
}

function settingsOf(config: Config, request: HttpRequest): Json {
  const { id, name, greeting } = config.webchat;
  return {
    webchat: {
      id,
      name,
      locale: null,
      theme: {},
      features: { uploads: true, reactions: true, rating: true, transcript: true },
      greeting,
      availability: { online: true, returns_at: null },
      uploads: { max_bytes: config.limits.uploadMaxBytes, accept: ACCEPTED_UPLOADS },
    },
    // From the request's own host: the widget may have come by localhost, an address, or a proxy.
    cable: { url: `${cableOrigin(config, request)}/cable`, channel: "WebchatChannel" },
  };
}

function cableOrigin({ publicUrl }: Config, { host }: HttpRequest): string {
  return publicUrl === null ? `ws://${host}` : publicUrl.replace(/^http/, "ws");
}

function thread({ chat }: RoutesContext, session: SessionRow | null): Json {
  const { store } = chat;
  const conversation = session && store.conversations.current(session);
  const presented = session && { identified: session.contact_id !== null, name: chat.visitor(session).name };
  if (!conversation) {
    return { session: presented, conversation: null, messages: [], revision: 0, has_more_before: false };
  }
  const rows = store.messages.before(conversation.id, Number.MAX_SAFE_INTEGER, PAGE_LIMIT + 1);
  return {
    session: presented,
    conversation: presentConversation(conversation),
    messages: rows.slice(-PAGE_LIMIT).map(presentMessage),
    revision: conversation.revision,
    has_more_before: rows.length > PAGE_LIMIT,
  };
}
