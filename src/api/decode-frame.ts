import type { Conversation } from "../core/conversation.ts";
import type { Author, Message } from "../core/message.ts";
import { decodeAuthor, decodeConversation, decodeMessage, id, integer, invalid, object, text } from "./decode.ts";

/** What the cable brings for a conversation (protocol/README.md, "The cable"). `unknown` is a type of a later version. */
export type Frame =
  | { readonly type: "message"; readonly revision: number | null; readonly message: Message }
  | { readonly type: "conversation"; readonly revision: number | null; readonly conversation: Conversation }
  | { readonly type: "message.delta"; readonly id: string; readonly chunk: number; readonly text: string }
  | { readonly type: "typing"; readonly author: Author; readonly started: boolean }
  | { readonly type: "unknown" };

/** @throws CablechatError `invalid_response` where a frame of a known type breaks the contract */
export function decodeFrame(json: unknown): Frame {
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
  if (type !== "message.delta") return { type: "unknown" };
  return {
    type,
    id: id(frame["id"], "delta.id"),
    chunk: integer(frame["chunk"]) ?? invalid("delta.chunk"),
    text: text(frame["text"]) ?? invalid("delta.text"),
  };
}
