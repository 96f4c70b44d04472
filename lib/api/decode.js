import { flag, id, integer, list, mapFields, oneOf, optional, optionalId, rows, shape, text, textOrEmpty, time, } from "./shape.js";
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
const author = shape({ type: oneOf("visitor", "agent", "bot", "system"), id: optionalId, ...FACE });
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
function decodeAttachment(json, name) {
    const { size, ...rest } = attachment(json, name);
    return { ...rest, sizeBytes: size ?? 0 };
}
/** @throws CablechatError `invalid_response`, naming the field; as all of this file */
export function decodeMessage(json, name) {
    const decoded = message(json, name);
    return decoded.state === "deleted" ? { ...decoded, body: "" } : decoded;
}
/** An author of an unknown type is shown as the system's, never as the visitor's own. */
export const decodeAuthor = author;
export const decodeConversation = shape({
    id,
    status: oneOf("closed", "open"),
    revision: integer,
    assignee: optional(shape(FACE)),
    seen: shape({ visitor: optionalId, agent: optionalId }),
});
export function decodeBootstrap(json, unreadable) {
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
export function decodeMessagesPage(json, unreadable) {
    return placed(shape({ has_more: flag, ...page(unreadable) })(json));
}
/** What is left of a deleted message does not say where it was; the page does. */
function placed(page) {
    const id = page.conversation?.id ?? null;
    return { ...page, messages: page.messages.map((row) => ({ ...row, conversation: row.conversation ?? id })) };
}
function page(unreadable) {
    return {
        conversation: optional(decodeConversation),
        messages: rows(decodeMessage, unreadable),
        revision: integer,
    };
}
/** RFC 9457, as far as the answer keeps to it; every field is absent in any other body. */
export const decodeProblem = shape({
    code: text,
    detail: text,
    errors: mapFields(list(String)),
});
/** It may be relative to the endpoint, whatever that is. */
function cableUrl(value) {
    const url = text(value);
    return url && URL.canParse(url, "http://endpoint") ? url : undefined;
}
//# sourceMappingURL=decode.js.map