import type { Conversation } from "../core/conversation.ts";
import type { Author, Message } from "../core/message.ts";
import { decodeAuthor, decodeConversation, decodeMessage } from "./decode.ts";
import { id, integer, invalid, required, shape, text } from "./shape.ts";

/** What the cable brings for a conversation (protocol/README.md, "The cable"). `unknown` is a type of a later version. */
export type Frame =
  | { readonly type: "message"; readonly revision: number | null; readonly message: Message }
  | { readonly type: "conversation"; readonly revision: number | null; readonly conversation: Conversation }
  | { readonly type: "message.delta"; readonly id: string; readonly chunk: number; readonly text: string }
  | { readonly type: "typing"; readonly author: Author; readonly state: string | null }
  | { readonly type: "unknown" };

const decoders = new Map<unknown, (json: unknown, name: string) => object>([
  ["message", shape({ revision: integer, message: decodeMessage })],
  ["conversation", shape({ revision: integer, conversation: decodeConversation })],
  ["message.delta", shape({ id, chunk: required(integer), text: required(text) })],
  ["typing", shape({ author: decodeAuthor, state: text })],
]);

/** @throws CablechatError `invalid_response` where a frame of a known type breaks the contract */
export function decodeFrame(json: unknown): Frame {
  const frame = Object(json);
  if (json !== frame) throw invalid("frame");
  const { type } = frame;
  const decode = decoders.get(type);
  return (decode ? { type, ...decode(json, type) } : { type: "unknown" }) as Frame;
}
