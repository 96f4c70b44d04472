import { decodeAuthor, decodeConversation, decodeMessage } from "./decode.js";
import { id, integer, invalid, required, shape, text } from "./shape.js";
const decoders = new Map([
    ["message", shape({ revision: integer, message: decodeMessage })],
    ["conversation", shape({ revision: integer, conversation: decodeConversation })],
    ["message.delta", shape({ id, chunk: required(integer), text: required(text) })],
    ["typing", shape({ author: decodeAuthor, state: text })],
]);
/** @throws CablechatError `invalid_response` where a frame of a known type breaks the contract */
export function decodeFrame(json) {
    const frame = Object(json);
    if (json !== frame)
        throw invalid("frame");
    const { type } = frame;
    const decode = decoders.get(type);
    return (decode ? { type, ...decode(json, type) } : { type: "unknown" });
}
//# sourceMappingURL=decode-frame.js.map