import { CablechatError } from "../core/errors.js";
import { decodeConversation, decodeMessage, integer, isObject } from "./decode.js";
/**
 * A page of heads. One that cannot be read is left out and told to `unreadable`, so that it does not hide the others.
 *
 * @throws CablechatError `invalid_response`
 */
export function decodeHeadsPage(json, unreadable) {
    const rows = isObject(json) ? json["conversations"] : null;
    if (!isObject(json) || !Array.isArray(rows)) {
        throw new CablechatError("invalid_response", "The answer should hold an array of conversations.");
    }
    const heads = rows.flatMap((row) => {
        try {
            return [decodeHead(row)];
        }
        catch (error) {
            // The named case: this one row breaks the contract.
            if (!(error instanceof CablechatError))
                throw error;
            unreadable(error);
            return [];
        }
    });
    return { heads, hasMore: json["has_more"] === true };
}
/**
 * The head in a frame of the list's stream; `null` for a frame of another, later type.
 *
 * @throws CablechatError `unreadable_frame`
 */
export function decodeHeadFrame(json) {
    if (!isObject(json) || typeof json["type"] !== "string") {
        throw new CablechatError("unreadable_frame", "A frame was dropped: it has no type.");
    }
    if (json["type"] !== "head")
        return null;
    try {
        return decodeHead(json);
    }
    catch (error) {
        // The named case: the head is not as the contract has it.
        if (!(error instanceof CablechatError))
            throw error;
        throw new CablechatError("unreadable_frame", `A frame was dropped: ${error.message}`, { cause: error });
    }
}
function decodeHead(json) {
    if (!isObject(json))
        throw new CablechatError("invalid_response", `A head should be an object, but is ${typeof json}.`);
    const lastMessage = isObject(json["last_message"]) ? decodeMessage(json["last_message"]) : null;
    return {
        conversation: decodeConversation(json["conversation"]),
        visitor: decodeVisitor(json["visitor"]),
        lastMessage,
        unreadCount: Math.max(0, integer(json["unread_count"]) ?? 0),
        activeAt: time(json["active_at"]) ?? lastMessage?.createdAt ?? null,
    };
}
function decodeVisitor(json) {
    const visitor = isObject(json) ? json : {};
    return {
        name: text(visitor["name"]),
        email: text(visitor["email"]),
        attributes: decodeAttributes(visitor["attributes"]),
        page: decodePage(visitor["page"]),
    };
}
/** Plain values only: an agent can read nothing else. */
function decodeAttributes(json) {
    const attributes = {};
    for (const [name, value] of Object.entries(isObject(json) ? json : {})) {
        if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
            attributes[name] = value;
        }
    }
    return attributes;
}
function decodePage(json) {
    if (!isObject(json))
        return null;
    const url = text(json["url"]);
    return url === null ? null : { url, title: text(json["title"]) ?? "", referrer: text(json["referrer"]) ?? "" };
}
function text(value) {
    return typeof value === "string" && value.trim() !== "" ? value : null;
}
function time(value) {
    return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : null;
}
//# sourceMappingURL=agent-decode.js.map