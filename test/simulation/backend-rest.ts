import type { Backend } from "./backend.ts";
import type { BackendConversation, Json } from "./backend-conversation.ts";
import type { LogRow } from "./log-row.ts";

export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly bearer: string | null;
  readonly body: Json | null;
  /** The name of the file that is uploaded. */
  readonly file: string | null;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** What the body says, where it is the backend's own. */
  readonly json?: Json;
}

const MAX_LIMIT = 100;
const UPLOADS = { max_bytes: 1_000, accept: ["text/plain"] };

/** The backend's REST half: bootstrap, list, send, cancel, seen, identity (protocol/README.md, "REST"). */
export function answer(backend: Backend, request: RestRequest): RestAnswer {
  const [, webchats, , resource, id, deed] = request.path.split("/");
  if (webchats !== "webchats") return problem(404, "not_found");
  if (backend.hasEnded(request.bearer)) return problem(401, "session_expired");
  if (request.method === "GET" && resource === undefined) return json(200, bootstrap(backend, request.bearer));
  if (request.method === "GET" && resource === "messages") return list(backend, request);
  if (request.bearer === null) return problem(401, "invalid_session");
  if (deed === "cancel") return cancel(backend, request.bearer, id ?? "");
  if (request.method === "POST" && resource === "uploads") return upload(backend, request.bearer, request.file);
  if (request.method === "POST" && resource === "messages") return send(backend, request.bearer, request.body ?? {});
  if (request.method === "PUT" && resource === "seen") return seen(backend, request.bearer, request.body ?? {});
  if (request.method === "PUT" && resource === "identity") return identify(backend, request.bearer, request.body ?? {});
  return problem(404, "not_found");
}

/** An answer in the form of RFC 9457. */
export function problem(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, readonly string[]>> = {},
): RestAnswer {
  return { status, headers, body: JSON.stringify({ type: "about:blank", title: code, status, code, errors }) };
}

function bootstrap(backend: Backend, session: string | null): Json {
  const conversation = session === null ? null : backend.current(session);
  const contact = backend.contactOf(session);
  const rows = conversation ? lastPage(backend, conversation) : [];
  return {
    webchat: {
      id: "acme",
      name: "Acme",
      theme: {},
      availability: { online: true, returns_at: null },
      uploads: UPLOADS,
    },
    cable: { url: "/cable", channel: "WebchatChannel" },
    session: conversation || contact ? { identified: contact !== null, name: contact } : null,
    conversation: conversation?.present() ?? null,
    messages: conversation ? rows.map((row) => conversation.presentRow(row)) : [],
    ...revisionOf(backend, conversation?.revision ?? 0),
    has_more_before: (conversation?.log.length ?? 0) > rows.length,
  };
}

/** Without revisions it reaches back to a reply that is still being written: its end could not be asked for otherwise. */
function lastPage({ options }: Backend, { log }: BackendConversation): LogRow[] {
  const streaming = log.findIndex(({ state }) => state === "streaming");
  const start = Math.max(0, log.length - options.bootstrapSize);
  return log.slice(options.revisions || streaming < 0 ? start : Math.min(start, streaming));
}

function list(backend: Backend, { query, bearer }: RestRequest): RestAnswer {
  const conversation = backend.current(bearer);
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : null);
  const place = { afterId: query.get("after_id"), beforeId: query.get("before_id"), revision: number("revision") };
  if (!conversation) {
    if (place.afterId !== null || place.beforeId !== null) return problem(404, "unknown_cursor");
    return json(200, { conversation: null, messages: [], ...revisionOf(backend, 0), has_more: false });
  }
  const page = conversation.page({ ...place, limit: Math.min(number("limit") ?? MAX_LIMIT, MAX_LIMIT) });
  if (!page) return problem(404, "unknown_cursor");
  return json(200, {
    conversation: conversation.present(),
    messages: page.rows.map((row) => conversation.presentRow(row)),
    ...revisionOf(backend, page.revision),
    has_more: page.hasMore,
  });
}

function send(backend: Backend, session: string, body: Json): RestAnswer {
  const { client_id, body: text, attachments } = body;
  if (typeof client_id !== "string" || typeof text !== "string" || text === "") return problem(422, "invalid");
  const sent = backend.send(session, { client_id, body: text, attachments: attachments as string[] });
  if (!sent) return problem(422, "invalid", {}, { "attachments.0": ["is not known"] });
  const { created, row, conversation } = sent;
  return json(created ? 201 : 200, conversation.presentRow(row));
}

function upload(backend: Backend, session: string, file: string | null): RestAnswer {
  if (file === null) return problem(422, "invalid", {}, { file: ["is missing"] });
  return json(201, {
    id: backend.uploads.add(session, file),
    name: file,
    content_type: "text/plain",
    size: 9,
    url: "",
  });
}

function cancel(backend: Backend, session: string, id: string): RestAnswer {
  const conversation = backend.readable(session).find((each) => each.find(id));
  const row = conversation?.find(id);
  if (!conversation || !row) return problem(404, "not_found");
  conversation.finish(row, "cancelled");
  return json(200, conversation.presentRow(row));
}

function seen(backend: Backend, session: string, body: Json): RestAnswer {
  const conversation: BackendConversation | null = backend.current(session);
  if (!conversation?.find(String(body["up_to"]))) return problem(404, "not_found");
  conversation.seen(String(body["up_to"]));
  return json(200, { conversation: conversation.present() });
}

function identify(backend: Backend, session: string, { identifier }: Json): RestAnswer {
  backend.identify(session, String(identifier));
  const conversation = backend.current(session)?.present() ?? null;
  return json(200, { session: { identified: true, name: String(identifier) }, conversation });
}

function revisionOf(backend: Backend, revision: number): Json {
  return backend.options.revisions ? { revision } : {};
}

function json(status: number, body: Json): RestAnswer {
  return { status, body: JSON.stringify(body), json: body };
}
