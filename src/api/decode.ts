import type { Assignee, Conversation } from "../core/conversation.ts";
import { CablechatError, type CablechatErrorCode } from "../core/errors.ts";
import type { Attachment, Author, AuthorType, Message, MessageState } from "../core/message.ts";
import type { Bootstrap, MessagesPage } from "../core/webchat.ts";

type Json = Readonly<Record<string, unknown>>;

const AUTHOR_TYPES: readonly AuthorType[] = ["visitor", "agent", "bot", "system"];
const MESSAGE_STATES: readonly MessageState[] = ["complete", "streaming", "cancelled", "failed", "deleted"];

type Unreadable = (error: CablechatError) => void;

/** @throws CablechatError `invalid_response`, naming the field; as all of this file */
export function decodeBootstrap(json: unknown, unreadable: Unreadable): Bootstrap {
  const bootstrap = object(json, "bootstrap");
  const webchat = object(bootstrap["webchat"], "webchat");
  const cable = object(bootstrap["cable"], "cable");
  const session = bootstrap["session"];
  const availability = fields(webchat["availability"]);
  return {
    webchat: {
      id: id(webchat["id"], "webchat.id"),
      name: text(webchat["name"]) ?? "",
      locale: text(webchat["locale"]),
      theme: mapFields(webchat["theme"], String),
      greeting: text(webchat["greeting"]),
      availability: { online: availability["online"] !== false, returnsAt: text(availability["returns_at"]) },
    },
    cable: { url: id(cable["url"], "cable.url"), channel: text(cable["channel"]) ?? "WebchatChannel" },
    session: isObject(session) ? { identified: session["identified"] === true, name: text(session["name"]) } : null,
    hasMoreBefore: bootstrap["has_more_before"] === true,
    ...decodeRows(bootstrap, unreadable),
  };
}

export function decodeMessagesPage(json: unknown, unreadable: Unreadable): MessagesPage {
  const page = object(json, "page");
  if (!Array.isArray(page["messages"])) invalid("messages");
  return { hasMore: page["has_more"] === true, ...decodeRows(page, unreadable) };
}

/** A message that cannot be read is left out and told to `unreadable`, so that one bad row does not hide the good ones. */
function decodeRows({ conversation, messages, revision }: Json, unreadable: Unreadable): Omit<MessagesPage, "hasMore"> {
  return {
    conversation: isObject(conversation) ? decodeConversation(conversation) : null,
    revision: integer(revision),
    messages: array(messages).flatMap((row) => {
      try {
        return [decodeMessage(row)];
      } catch (error) {
        // The named case: this one row breaks the contract.
        if (!(error instanceof CablechatError)) throw error;
        unreadable(error);
        return [];
      }
    }),
  };
}

export function decodeMessage(json: unknown): Message {
  const message = object(json, "message");
  const state = MESSAGE_STATES.find((known) => known === message["state"]) ?? "complete";
  return {
    id: id(message["id"], "message.id"),
    clientId: text(message["client_id"]),
    conversation: optionalId(message["conversation"]),
    revision: integer(message["revision"]),
    author: decodeAuthor(message["author"]),
    state,
    body: (state !== "deleted" && text(message["body"])) || "",
    chunk: integer(message["chunk"]),
    attachments: array(message["attachments"]).map(decodeAttachment),
    createdAt: time(message["created_at"], "message.created_at"),
    editedAt: text(message["edited_at"]),
  };
}

/** An author of an unknown type is shown as the system's, never as the visitor's own. */
export function decodeAuthor(json: unknown): Author {
  const author = fields(json);
  return {
    type: AUTHOR_TYPES.find((known) => known === author["type"]) ?? "system",
    id: optionalId(author["id"]),
    ...decodeFace(author),
  };
}

export function decodeConversation(json: unknown): Conversation {
  const conversation = object(json, "conversation");
  const seen = fields(conversation["seen"]);
  const assignee = conversation["assignee"];
  return {
    id: id(conversation["id"], "conversation.id"),
    status: conversation["status"] === "closed" ? "closed" : "open",
    revision: integer(conversation["revision"]),
    assignee: isObject(assignee) ? decodeFace(assignee) : null,
    seen: { visitor: optionalId(seen["visitor"]), agent: optionalId(seen["agent"]) },
  };
}

/** RFC 9457, as far as the answer keeps to it; every field is absent in any other body. */
export function decodeProblem(json: unknown): {
  code: CablechatErrorCode | null;
  detail: string | null;
  fields: Readonly<Record<string, readonly string[]>>;
} {
  const problem = fields(json);
  return {
    code: text(problem["code"]) as CablechatErrorCode | null,
    detail: text(problem["detail"]) ?? text(problem["title"]),
    fields: mapFields(problem["errors"], (all) => array(all).map(String)),
  };
}

function decodeFace(person: Json): Assignee {
  return { name: text(person["name"]), avatarUrl: text(person["avatar_url"]) };
}

function decodeAttachment(json: unknown): Attachment {
  const attachment = fields(json);
  return {
    id: id(attachment["id"], "attachment.id"),
    name: text(attachment["name"]) ?? "",
    contentType: text(attachment["content_type"]) ?? "",
    sizeBytes: integer(attachment["size"]) ?? 0,
    url: text(attachment["url"]) ?? "",
    width: integer(attachment["width"]),
    height: integer(attachment["height"]),
  };
}

/** What `JSON.parse` gives for `{…}`. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function object(value: unknown, name: string): Json {
  return isObject(value) ? value : invalid(name);
}

function fields(value: unknown): Json {
  return isObject(value) ? value : {};
}

function mapFields<T>(value: unknown, map: (field: unknown) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(fields(value)).map(([name, field]) => [name, map(field)]));
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function integer(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

export function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Ids are strings or numbers in JSON; both work (protocol/README.md, "What the client promises", 8). */
function optionalId(value: unknown): string | null {
  return typeof value === "number" ? String(value) : text(value) || null;
}

export function id(value: unknown, name: string): string {
  return optionalId(value) ?? invalid(name);
}

function time(value: unknown, name: string): string {
  const known = text(value) ?? "";
  return Number.isNaN(Date.parse(known)) ? invalid(name) : known;
}

/** The field of that name is not as the contract has it. */
export function invalid(name: string): never {
  throw new CablechatError("invalid_response", `"${name}" is missing or wrong.`);
}
