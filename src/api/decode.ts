import type { Conversation } from "../core/conversation.ts";
import { CablechatError, type CablechatErrorCode } from "../core/errors.ts";
import type { Attachment, Author, AuthorType, Message, MessageState } from "../core/message.ts";
import type { Bootstrap, MessagesPage, Webchat } from "../core/webchat.ts";

type Json = Readonly<Record<string, unknown>>;

const AUTHOR_TYPES: readonly AuthorType[] = ["visitor", "agent", "bot", "system"];
const MESSAGE_STATES: readonly MessageState[] = ["complete", "streaming", "cancelled", "failed", "deleted"];

export function decodeBootstrap(json: unknown): Bootstrap {
  const { webchat, cable, session, conversation, messages, revision, has_more_before } = object(json, "bootstrap");
  const socket = object(cable, "cable");
  return {
    webchat: decodeWebchat(webchat),
    cable: { url: string(socket["url"], "cable.url"), channel: text(socket["channel"]) ?? "WebchatChannel" },
    session: isObject(session) ? { identified: session["identified"] === true, name: text(session["name"]) } : null,
    conversation: isObject(conversation) ? decodeConversation(conversation) : null,
    messages: array(messages).map(decodeMessage),
    revision: integer(revision),
    hasMoreBefore: has_more_before === true,
  };
}

function decodeWebchat(json: unknown): Webchat {
  const webchat = object(json, "webchat");
  const theme = isObject(webchat["theme"]) ? webchat["theme"] : {};
  const availability = isObject(webchat["availability"]) ? webchat["availability"] : {};
  return {
    id: id(webchat["id"], "webchat.id"),
    name: text(webchat["name"]) ?? "",
    locale: text(webchat["locale"]),
    theme: Object.fromEntries(Object.entries(theme).filter((entry): entry is [string, string] => isText(entry[1]))),
    greeting: text(webchat["greeting"]),
    availability: { online: availability["online"] !== false, returnsAt: text(availability["returns_at"]) },
  };
}

/**
 * A page of messages. A message that cannot be read is left out and told to `unreadable`,
 * so that one bad row does not hide the good ones.
 */
export function decodeMessagesPage(json: unknown, unreadable: (error: CablechatError) => void): MessagesPage {
  const page = object(json, "messages answer");
  if (!Array.isArray(page["messages"])) throw invalid("messages", "an array", page["messages"]);
  return {
    conversation: isObject(page["conversation"]) ? decodeConversation(page["conversation"]) : null,
    messages: page["messages"].flatMap((row) => {
      try {
        return [decodeMessage(row)];
      } catch (error) {
        // The named case: this one row breaks the contract.
        if (!(error instanceof CablechatError)) throw error;
        unreadable(error);
        return [];
      }
    }),
    revision: integer(page["revision"]),
    hasMore: page["has_more"] === true,
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
    body: state === "deleted" ? "" : (text(message["body"]) ?? ""),
    chunk: integer(message["chunk"]),
    attachments: array(message["attachments"]).filter(isObject).map(decodeAttachment),
    createdAt: timestamp(message["created_at"]),
    editedAt: text(message["edited_at"]),
  };
}

/** An author of an unknown type is shown as the system's, never as the visitor's own. */
export function decodeAuthor(json: unknown): Author {
  const author = isObject(json) ? json : {};
  return {
    type: AUTHOR_TYPES.find((known) => known === author["type"]) ?? "system",
    id: optionalId(author["id"]),
    name: text(author["name"]),
    avatarUrl: text(author["avatar_url"]),
  };
}

export function decodeConversation(json: unknown): Conversation {
  const conversation = object(json, "conversation");
  const seen = isObject(conversation["seen"]) ? conversation["seen"] : {};
  const assignee = conversation["assignee"];
  return {
    id: id(conversation["id"], "conversation.id"),
    status: conversation["status"] === "closed" ? "closed" : "open",
    revision: integer(conversation["revision"]),
    assignee: isObject(assignee) ? { name: text(assignee["name"]), avatarUrl: text(assignee["avatar_url"]) } : null,
    seen: { visitor: optionalId(seen["visitor"]), agent: optionalId(seen["agent"]) },
  };
}

/** RFC 9457, as far as the answer keeps to it; all fields are absent for any other body. */
export function decodeProblem(json: unknown): {
  code: CablechatErrorCode | null;
  detail: string | null;
  fields: Record<string, string[]>;
} {
  const problem = isObject(json) ? json : {};
  const errors = isObject(problem["errors"]) ? problem["errors"] : {};
  return {
    code: text(problem["code"]) as CablechatErrorCode | null,
    detail: text(problem["detail"]) ?? text(problem["title"]),
    fields: Object.fromEntries(Object.entries(errors).map(([field, all]) => [field, array(all).filter(isText)])),
  };
}

function decodeAttachment(json: Json): Attachment {
  return {
    id: id(json["id"], "attachment.id"),
    name: text(json["name"]) ?? "",
    contentType: text(json["content_type"]) ?? "application/octet-stream",
    sizeBytes: integer(json["size"]) ?? 0,
    url: text(json["url"]) ?? "",
    width: integer(json["width"]),
    height: integer(json["height"]),
  };
}

/** What `JSON.parse` gives for `{…}`. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function object(value: unknown, name: string): Json {
  if (!isObject(value)) throw invalid(name, "an object", value);
  return value;
}

function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function text(value: unknown): string | null {
  return isText(value) ? value : null;
}

export function integer(value: unknown): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

function string(value: unknown, name: string): string {
  if (!isText(value) || value === "") throw invalid(name, "a string", value);
  return value;
}

/** Ids are strings or numbers in JSON; both work (protocol/README.md, "What the client promises", 8). */
export function optionalId(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return isText(value) && value !== "" ? value : null;
}

function id(value: unknown, name: string): string {
  const known = optionalId(value);
  if (known === null) throw invalid(name, "a string or a number", value);
  return known;
}

function timestamp(value: unknown): string {
  if (!isText(value) || Number.isNaN(Date.parse(value))) throw invalid("message.created_at", "an RFC 3339 time", value);
  return value;
}

function invalid(name: string, expected: string, value: unknown): CablechatError {
  return new CablechatError("invalid_response", `${name} should be ${expected}, but is ${typeof value}.`);
}
