import { CablechatError } from "../core/errors.js";
const AUTHOR_TYPES = ["visitor", "agent", "bot", "system"];
const MESSAGE_STATES = ["complete", "streaming", "cancelled", "failed", "deleted"];
/** @throws CablechatError `invalid_response`, naming the field; as all of this file */
export function decodeBootstrap(json, unreadable) {
    const bootstrap = object(json, "bootstrap");
    const webchat = object(bootstrap["webchat"], "webchat");
    const cable = object(bootstrap["cable"], "cable");
    const url = id(cable["url"], "cable.url");
    // It may be relative to the endpoint, whatever that is.
    if (!URL.canParse(url, "http://endpoint"))
        throw invalid("cable.url");
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
        cable: { url, channel: text(cable["channel"]) ?? "WebchatChannel" },
        session: isObject(session) ? { identified: session["identified"] === true, name: text(session["name"]) } : null,
        hasMoreBefore: bootstrap["has_more_before"] === true,
        ...decodeRows(bootstrap, unreadable),
    };
}
export function decodeMessagesPage(json, unreadable) {
    const page = object(json, "page");
    if (!Array.isArray(page["messages"]))
        invalid("messages");
    return { hasMore: page["has_more"] === true, ...decodeRows(page, unreadable) };
}
/** A message that cannot be read is left out and told to `unreadable`, so that one bad row does not hide the good ones. */
function decodeRows({ conversation, messages, revision }, unreadable) {
    return {
        conversation: isObject(conversation) ? decodeConversation(conversation) : null,
        revision: integer(revision),
        messages: array(messages).flatMap((row) => {
            try {
                return [decodeMessage(row)];
            }
            catch (error) {
                // The named case: this one row breaks the contract.
                if (!(error instanceof CablechatError))
                    throw error;
                unreadable(error);
                return [];
            }
        }),
    };
}
export function decodeMessage(json) {
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
export function decodeAuthor(json) {
    const author = fields(json);
    return {
        type: AUTHOR_TYPES.find((known) => known === author["type"]) ?? "system",
        id: optionalId(author["id"]),
        ...decodeFace(author),
    };
}
export function decodeConversation(json) {
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
export function decodeProblem(json) {
    const problem = fields(json);
    return {
        code: text(problem["code"]),
        detail: text(problem["detail"]) ?? text(problem["title"]),
        fields: mapFields(problem["errors"], (all) => array(all).map(String)),
    };
}
function decodeFace(person) {
    return { name: text(person["name"]), avatarUrl: text(person["avatar_url"]) };
}
function decodeAttachment(json) {
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
export function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
export function object(value, name) {
    return isObject(value) ? value : invalid(name);
}
function fields(value) {
    return isObject(value) ? value : {};
}
function mapFields(value, map) {
    return Object.fromEntries(Object.entries(fields(value)).map(([name, field]) => [name, map(field)]));
}
function array(value) {
    return Array.isArray(value) ? value : [];
}
export function integer(value) {
    return Number.isSafeInteger(value) ? value : null;
}
export function text(value) {
    return typeof value === "string" ? value : null;
}
/** Ids are strings or numbers in JSON; both work (protocol/README.md, "What the client promises", 8). */
function optionalId(value) {
    return typeof value === "number" ? String(value) : text(value) || null;
}
export function id(value, name) {
    return optionalId(value) ?? invalid(name);
}
function time(value, name) {
    const known = text(value) ?? "";
    return Number.isNaN(Date.parse(known)) ? invalid(name) : known;
}
/** The field of that name is not as the contract has it. */
export function invalid(name) {
    throw new CablechatError("invalid_response", `"${name}" is missing or wrong.`);
}
//# sourceMappingURL=decode.js.map