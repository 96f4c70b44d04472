import type { Author } from "../chat/author.ts";
import type { Conversation } from "../chat/conversation.ts";
import type { Draft } from "../chat/draft.ts";
import { presentMessage, presentUpload } from "../chat/present.ts";
import { type Answer, json } from "../http/answer.ts";
import { invalidField } from "../http/problem.ts";
import type { MessageRow } from "../store/messages.ts";
import type { UploadRow } from "../store/uploads.ts";
import type { RoutesContext } from "./routes-context.ts";

/** The body of a send, once `send-request.json` has passed it. */
export interface SendRequest {
  readonly client_id: string;
  readonly body?: string;
  readonly attachments?: readonly (string | number)[];
  readonly reply_to?: { readonly message: string | number; readonly value: string } | null;
  readonly page?: {
    readonly url?: string | null;
    readonly title?: string | null;
    readonly referrer?: string | null;
  } | null;
}

/** 201 for what is new. */
export function sentNow(message: MessageRow): Answer {
  return json(presentMessage(message), { status: 201 });
}

/** 200 for what was sent before. @throws Problem where the other side used that `client_id` */
export function alreadySent(message: MessageRow, author: Author): Answer {
  if (message.author_type !== author.type) throw invalidField("client_id", "is another message's; make a new UUID");
  return json(presentMessage(message));
}

/**
 * Writes a message; to be called in the transaction that has looked for its `client_id`.
 *
 * @param uploads finds an upload the author may attach
 */
export function send(
  context: RoutesContext,
  conversation: Conversation,
  author: Author,
  request: SendRequest,
  uploads: (id: string) => UploadRow | null,
): MessageRow {
  const { store } = context.chat;
  const attached = (request.attachments ?? []).map((id, index) => {
    const upload = uploads(String(id));
    if (!upload)
      throw invalidField(`attachments.${index}`, "is no upload of yours that is still free; upload it again");
    return upload;
  });
  const message = conversation.post(author, draft(context, conversation, request, attached));
  for (const { id } of attached) store.uploads.attach(id, message.id);
  if (author.type === "visitor" && request.page) {
    const page = JSON.stringify(shortened(request.page));
    store.conversations.setPage(conversation.id, page);
  }
  return message;
}

function draft(
  { chat, publicUrl }: RoutesContext,
  conversation: Conversation,
  { body = "", client_id, reply_to = null }: SendRequest,
  attached: readonly UploadRow[],
): Draft {
  if (reply_to) {
    const id = String(reply_to.message);
    const known = /^\d{1,15}$/.test(id) && chat.store.messages.find(conversation.id, Number(id));
    if (!known) throw invalidField("reply_to", "must name a message of this conversation");
  }
  return {
    body,
    clientId: client_id.toLowerCase(),
    attachments: attached.map((upload) => presentUpload(upload, publicUrl())),
    replyTo: reply_to && { message: String(reply_to.message), value: reply_to.value },
  };
}

/** A page's own URL may be of any length; that is no reason to refuse the visitor's message. */
function shortened(page: NonNullable<SendRequest["page"]>): object {
  const cut = (text: string | null | undefined) => text?.slice(0, 2_000) ?? null;
  return { url: cut(page.url), title: cut(page.title), referrer: cut(page.referrer) };
}
