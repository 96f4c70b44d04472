import type { Conversation } from "../core/conversation.ts";
import type { CablechatError, CablechatErrorCode } from "../core/errors.ts";
import type { Attachment, Author, Message } from "../core/message.ts";
import type { Bootstrap, MessagesPage } from "../core/webchat.ts";
import {
  flag,
  id,
  integer,
  list,
  mapFields,
  oneOf,
  optional,
  optionalId,
  type Read,
  rows,
  shape,
  text,
  textOrEmpty,
  time,
} from "./shape.ts";

type Unreadable = (error: CablechatError) => void;

const FACE = { name: text, avatar_url: text };

const attachment = shape({
  id,
  name: textOrEmpty,
  content_type: textOrEmpty,
  size: integer,
  url: textOrEmpty,
  width: integer,
  height: integer,
});

const author: Read<Author> = shape({ type: oneOf("visitor", "agent", "bot", "system"), id: optionalId, ...FACE });

const message = shape({
  id,
  client_id: text,
  conversation: optionalId,
  revision: integer,
  author,
  state: oneOf("streaming", "cancelled", "failed", "deleted", "complete"),
  body: textOrEmpty,
  chunk: integer,
  attachments: list(decodeAttachment),
  reactions: list(shape({ emoji: textOrEmpty, by: textOrEmpty, count: (value) => integer(value) ?? 1 })),
  created_at: time,
  edited_at: text,
});

function decodeAttachment(json: unknown, name: string): Attachment {
  const { size, ...rest } = attachment(json, name);
  return { ...rest, sizeBytes: size ?? 0 };
}

/** @throws CablechatError `invalid_response`, naming the field; as all of this file */
export function decodeMessage(json: unknown, name?: string): Message {
  const decoded = message(json, name);
  return decoded.state === "deleted" ? { ...decoded, body: "" } : decoded;
}

/** An author of an unknown type is shown as the system's, never as the visitor's own. */
export const decodeAuthor = author;

export const decodeConversation: (json: unknown, name?: string) => Conversation = shape({
  id,
  status: oneOf("closed", "open"),
  revision: integer,
  assignee: optional(shape(FACE)),
  seen: shape({ visitor: optionalId, agent: optionalId }),
});

export function decodeBootstrap(json: unknown, unreadable: Unreadable): Bootstrap {
  const decode = shape({
    webchat: shape({
      id,
      name: textOrEmpty,
      locale: text,
      theme: mapFields(String),
      greeting: text,
      availability: shape({ online: (value) => value !== false, returns_at: text }),
      uploads: optional(shape({ max_bytes: integer, accept: list(String) })),
    }),
    cable: shape({ url: cableUrl, channel: (value) => text(value) ?? "WebchatChannel" }),
    session: optional(shape({ identified: flag, name: text })),
    has_more_before: flag,
    ...page(unreadable),
  });
  return placed(decode(json));
}

export function decodeMessagesPage(json: unknown, unreadable: Unreadable): MessagesPage {
  return placed(shape({ has_more: flag, ...page(unreadable) })(json));
}

/** What is left of a deleted message does not say where it was; the page does. */
function placed<Page extends Pick<MessagesPage, "conversation" | "messages">>(page: Page): Page {
  const id = page.conversation?.id ?? null;
  return { ...page, messages: page.messages.map((row) => ({ ...row, conversation: row.conversation ?? id })) };
}

function page(unreadable: Unreadable) {
  return {
    conversation: optional(decodeConversation),
    messages: rows(decodeMessage, unreadable),
    revision: integer,
  };
}

/** RFC 9457, as far as the answer keeps to it; every field is absent in any other body. */
export const decodeProblem = shape({
  code: text as Read<CablechatErrorCode | null>,
  detail: text,
  errors: mapFields(list(String)),
});

/** It may be relative to the endpoint, whatever that is. */
function cableUrl(value: unknown): string | undefined {
  const url = text(value);
  return url && URL.canParse(url, "http://endpoint") ? url : undefined;
}
