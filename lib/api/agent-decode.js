import { CablechatError } from "../core/errors.js";
import { decodeConversation, decodeMessage } from "./decode.js";
import { flag, integer, optional, required, rows, shape, text, textOrEmpty, time } from "./shape.js";
/**
 * A page of heads. One that cannot be read is left out and told to `unreadable`, so that it does not hide the others.
 *
 * @throws CablechatError `invalid_response`
 */
export function decodeHeadsPage(json, unreadable) {
    const { conversations, hasMore } = shape({ conversations: rows(decodeHead, unreadable), has_more: flag })(json);
    return { heads: conversations, hasMore };
}
/**
 * The head in a frame of the list's stream; `null` for a frame of another, later type.
 *
 * @throws CablechatError `unreadable_frame`
 */
export function decodeHeadFrame(json) {
    try {
        const { type } = shape({ type: required(text) })(json, "frame");
        return type === "head" ? decodeHead(json, "head") : null;
    }
    catch (error) {
        // The named case: the frame is not as the contract has it.
        if (!(error instanceof CablechatError))
            throw error;
        throw new CablechatError("unreadable_frame", `A frame was dropped: ${error.message}`, { cause: error });
    }
}
const head = shape({
    conversation: decodeConversation,
    visitor: shape({ name: filled, email: filled, attributes, page: optional(decodePage) }),
    last_message: optional(decodeMessage),
    unread_count: (value) => Math.max(0, integer(value) ?? 0),
    active_at: (value) => time(value) ?? null,
});
function decodeHead(json, name) {
    const decoded = head(json, name);
    return { ...decoded, activeAt: decoded.activeAt ?? decoded.lastMessage?.createdAt ?? null };
}
/** Plain values only: an agent can read nothing else. */
function attributes(json) {
    const plain = Object.entries(Object(json)).filter(([, value]) => value === null || ["string", "number", "boolean"].includes(typeof value));
    return Object.fromEntries(plain);
}
const page = shape({ url: filled, title: textOrEmpty, referrer: textOrEmpty });
function decodePage(json) {
    const { url, ...rest } = page(json);
    return url === null ? null : { url, ...rest };
}
function filled(value) {
    return text(value)?.trim() ? text(value) : null;
}
//# sourceMappingURL=agent-decode.js.map