import { decodeAuthor, decodeConversation, decodeMessage, id, integer, invalid, object, text } from "./decode.js";
/** @throws CablechatError `invalid_response` where a frame of a known type breaks the contract */
export function decodeFrame(json) {
    const frame = object(json, "frame");
    const { type } = frame;
    const revision = integer(frame["revision"]);
    if (type === "message") {
        const message = decodeMessage(frame["message"]);
        return { type, revision: revision ?? message.revision, message };
    }
    if (type === "conversation") {
        const conversation = decodeConversation(frame["conversation"]);
        return { type, revision: revision ?? conversation.revision, conversation };
    }
    if (type === "typing") {
        return { type, author: decodeAuthor(frame["author"]), started: frame["state"] === "started" };
    }
    if (type !== "message.delta")
        return { type: "unknown" };
    return {
        type,
        id: id(frame["id"], "delta.id"),
        chunk: integer(frame["chunk"]) ?? invalid("delta.chunk"),
        text: text(frame["text"]) ?? invalid("delta.text"),
    };
}
//# sourceMappingURL=decode-frame.js.map