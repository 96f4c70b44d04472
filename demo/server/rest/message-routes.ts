import { presentMessage } from "../chat/present.ts";
import { crashPoint } from "../crash-point.ts";
import { type Answer, json } from "../http/answer.ts";
import type { HttpRequest } from "../http/http-request.ts";
import { tooMany } from "../http/http-server.ts";
import { invalidField } from "../http/problem.ts";
import type { Router } from "../http/router.ts";
import { validated } from "../http/schemas.ts";
import { ownerOf } from "../store/conversations.ts";
import { answerPage } from "./page-query.ts";
import { findSession, knownSession, obtainSession, ownedMessage, sessionSecret, webchatOf } from "./reader.ts";
import type { RoutesContext } from "./routes-context.ts";
import { alreadySent, type SendRequest, send, sentNow } from "./send.ts";

const MESSAGES = "/cablechat/webchats/:webchat/messages";

/** One emoji, whatever it is joined of; more than that is no reaction. */
const EMOJI = /^(?=.*[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Component}])\P{Cc}{1,32}$/u;
const REACTIONS_PER_MESSAGE = 100;

/** The visitor's messages: list, send, cancel, react (protocol/README.md, "REST"). */
export function messageRoutes(router: Router, context: RoutesContext): void {
  const { config, chat } = context;
  router
    .on("GET", MESSAGES, (request) => {
      const webchat = webchatOf(request, config);
      const session = findSession(chat.store, webchat, sessionSecret(request));
      return answerPage(request, chat.store, session && chat.store.conversations.current(session));
    })
    .on("POST", MESSAGES, (request) => sendAsVisitor(context, request))
    .on("POST", `${MESSAGES}/:message/cancel`, (request) => {
      const [{ id }, message] = ownedMessage(
        knownSession(request, config, chat.store),
        request.param("message"),
        chat.store,
      );
      return json(presentMessage(chat.conversation(id).cancel(message)));
    })
    .on("PUT", `${MESSAGES}/:message/reactions/:emoji`, (request) => react(context, request, true))
    .on("DELETE", `${MESSAGES}/:message/reactions/:emoji`, (request) => react(context, request, false));
}

async function sendAsVisitor(context: RoutesContext, request: HttpRequest): Promise<Answer> {
  const { chat, config, sends, responses } = context;
  const { store } = chat;
  const webchat = webchatOf(request, config);
  const secret = sessionSecret(request);
  const waitS = sends.take(secret);
  if (waitS > 0) throw tooMany(waitS);
  const body = validated<SendRequest>("send-request", await request.json());
  const { answer, sent } = store.db.transaction(() => {
    const session = obtainSession(store, webchat, secret);
    const author = chat.visitor(session);
    const before = store.messages.byClientIdOfReader(ownerOf(session), body.client_id.toLowerCase());
    if (before) return { answer: alreadySent(before, author), sent: null };
    const uploads = (id: string) => store.uploads.unattached(id, session.id);
    store.db.afterCommit(() => crashPoint("before-broadcast", config.crashAt, body.body));
    const message = send(context, chat.openConversation(session), author, body, uploads);
    return { answer: sentNow(message), sent: message };
  });
  if (sent) {
    crashPoint("before-response", config.crashAt, body.body);
    responses?.take(sent.conversation_id, sent.id);
  }
  return answer;
}

function react({ chat, config }: RoutesContext, request: HttpRequest, present: boolean): Answer {
  const session = knownSession(request, config, chat.store);
  const [{ id }, message] = ownedMessage(session, request.param("message"), chat.store);
  const emoji = request.param("emoji");
  if (!EMOJI.test(emoji)) throw invalidField("emoji", "must be one emoji");
  if (message.state === "deleted") throw invalidField("message", "is deleted");
  if (present && chat.store.reactions.count(message.id) >= REACTIONS_PER_MESSAGE) {
    throw invalidField("emoji", "cannot be added: the message has 100 reactions");
  }
  const { type, id: by } = chat.visitor(session);
  return json(presentMessage(chat.conversation(id).react(message, emoji, { type, id: by ?? "" }, present)));
}
