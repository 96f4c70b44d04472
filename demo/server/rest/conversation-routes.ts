import { createHmac } from "node:crypto";
import { presentConversation } from "../chat/present.ts";
import { json } from "../http/answer.ts";
import { Problem } from "../http/problem.ts";
import type { Router } from "../http/router.ts";
import { validated } from "../http/schemas.ts";
import type { ContactDetails } from "../store/contacts.ts";
import {
  currentConversation,
  knownSession,
  obtainSession,
  ownedMessage,
  sameSecret,
  sessionSecret,
  webchatOf,
} from "./reader.ts";
import type { RoutesContext } from "./routes-context.ts";

const WEBCHAT = "/cablechat/webchats/:webchat";

/** What the visitor does to the conversation as a whole (protocol/README.md, "REST"). */
export function conversationRoutes(router: Router, { config, chat }: RoutesContext): void {
  const { store } = chat;
  router
    .on("PUT", `${WEBCHAT}/seen`, async (request) => {
      const session = knownSession(request, config, store);
      const { up_to } = validated<{ up_to: string | number }>("seen-request", await request.json());
      const [{ id }, message] = ownedMessage(session, String(up_to), store);
      return json({ conversation: presentConversation(chat.conversation(id).seen("visitor", message)) });
    })
    .on("PUT", `${WEBCHAT}/identity`, async (request) => {
      const webchat = webchatOf(request, config);
      const secret = sessionSecret(request);
      const { hash, ...details } = validated<IdentityRequest>("identity-request", await request.json());
      const key = config.webchat.identitySecret ?? store.secrets.get(`identity:${webchat}`);
      const expected = createHmac("sha256", key).update(details.identifier).digest("hex");
      if (!sameSecret(hash.toLowerCase(), expected)) {
        throw new Problem(
          "invalid_identity",
          "hash must be the hex HMAC-SHA256 of identifier under the webchat's secret.",
        );
      }
      const session = store.db.transaction(() => {
        const attributes = details.attributes ?? {};
        return chat.identify(obtainSession(store, webchat, secret), { ...details, attributes });
      });
      const conversation = store.conversations.current(session);
      return json({
        session: { identified: true, name: chat.visitor(session).name },
        conversation: conversation && presentConversation(conversation),
      });
    })
    .on("POST", `${WEBCHAT}/conversation/close`, (request) => {
      const { id } = currentConversation(knownSession(request, config, store), store);
      const closed = chat.conversation(id).change(({ row }) => (row.status === "open" ? { status: "closed" } : null));
      return json({ conversation: presentConversation(closed) });
    })
    .on("PUT", `${WEBCHAT}/conversation/rating`, async (request) => {
      const { id } = currentConversation(knownSession(request, config, store), store);
      const { score, comment = null } = validated<RatingRequest>("rating-request", await request.json());
      const rating = JSON.stringify({ score, comment });
      const rated = chat.conversation(id).change(({ row }) => (row.rating === rating ? null : { rating }));
      return json({ conversation: presentConversation(rated) });
    })
    .on("POST", `${WEBCHAT}/conversation/transcript`, async (request) => {
      const { id } = currentConversation(knownSession(request, config, store), store);
      const { email } = validated<{ email: string }>("transcript-request", await request.json());
      store.transcripts.order(id, email, chat.nowUs);
      return json({ transcript: { email } }, { status: 202 });
    });
}

interface IdentityRequest extends Omit<ContactDetails, "attributes"> {
  readonly hash: string;
  readonly attributes?: ContactDetails["attributes"] | null;
}

interface RatingRequest {
  readonly score: number;
  readonly comment?: string | null;
}
