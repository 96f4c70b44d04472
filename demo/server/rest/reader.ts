import { createHash, timingSafeEqual } from "node:crypto";
import type { Config } from "../config.ts";
import type { HttpRequest } from "../http/http-request.ts";
import { notFound, Problem } from "../http/problem.ts";
import type { ConversationRow } from "../store/conversations.ts";
import type { MessageRow } from "../store/messages.ts";
import { SESSION_PATTERN, SessionEnded, type SessionRow } from "../store/sessions.ts";
import type { Store } from "../store/store.ts";

/** @throws Problem `unknown_webchat` */
export function webchatOf(request: HttpRequest, config: Config): string {
  const id = request.param("webchat");
  if (id !== config.webchat.id)
    throw new Problem("unknown_webchat", `No webchat has the id given. Check data-webchat.`);
  return id;
}

/** The session's secret. @throws Problem `invalid_session` where there is none, or it can be none */
export function sessionSecret(request: HttpRequest): string {
  const secret = optionalSessionSecret(request);
  if (secret !== null) return secret;
  throw invalidSession("Send Authorization: Bearer <session>.");
}

/** As `sessionSecret`, but an anonymous request is fine. */
export function optionalSessionSecret(request: HttpRequest): string | null {
  const secret = request.bearer;
  if (secret !== null && !SESSION_PATTERN.test(secret)) {
    throw invalidSession("A session is 32 random bytes in base64url: 43 characters, no padding.");
  }
  return secret;
}

/** `null` for one the server does not know. @throws Problem `session_expired` */
export function findSession({ sessions }: Store, webchat: string, secret: string): SessionRow | null {
  return refusingEnded(() => sessions.find(webchat, secret));
}

/** The session, new where the server does not know it. @throws Problem `session_expired` */
export function obtainSession({ sessions }: Store, webchat: string, secret: string): SessionRow {
  return refusingEnded(() => sessions.getOrCreate(webchat, secret));
}

/** The session, where it has written before; anybody else has nothing here. @throws Problem */
export function knownSession(request: HttpRequest, config: Config, store: Store): SessionRow {
  const webchat = webchatOf(request, config);
  const session = findSession(store, webchat, sessionSecret(request));
  if (!session) throw notFound("conversation");
  return session;
}

/** The reader's conversation. @throws Problem `not_found` */
export function currentConversation(session: SessionRow, store: Store): ConversationRow {
  const conversation = store.conversations.current(session);
  if (!conversation) throw notFound("conversation");
  return conversation;
}

/** A message of any of the session's conversations. @throws Problem `not_found`, also for somebody else's */
export function ownedMessage(session: SessionRow, id: string, store: Store): [ConversationRow, MessageRow] {
  const found = /^\d{1,15}$/.test(id) ? store.conversations.ofMessage(Number(id)) : null;
  const conversation = found && store.conversations.owned(session, found.id);
  const message = conversation && store.messages.find(conversation.id, Number(id));
  if (!message) throw notFound("message");
  return [conversation, message];
}

/** @throws Problem `invalid_token` */
export function requireAgent(request: HttpRequest, config: Config): void {
  if (sameSecret(request.bearer ?? "", config.agent.token)) return;
  const headers = { "WWW-Authenticate": "Bearer" };
  throw new Problem("invalid_token", "Send Authorization: Bearer <the token printed at the start>.", { headers });
}

/** In constant time, whatever the lengths. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function refusingEnded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    // The named case: it was ended, and is not made again (protocol/README.md, "Ended sessions").
    if (!(error instanceof SessionEnded)) throw error;
    const headers = { "WWW-Authenticate": "Bearer" };
    throw new Problem("session_expired", "Begin a new session.", { headers });
  }
}

function invalidSession(detail: string): Problem {
  return new Problem("invalid_session", detail, { headers: { "WWW-Authenticate": "Bearer" } });
}
