import type { Conversation } from "../core/conversation.ts";
import { CablechatError } from "../core/errors.ts";
import type { Author, Message } from "../core/message.ts";
import { decodeAuthor, decodeConversation, decodeMessage, integer, isObject, optionalId } from "./decode.ts";

/** What the cable brings for a conversation (protocol/README.md, "The cable"). `unknown` is a type of a later version. */
export type Frame =
  | { readonly type: "message"; readonly revision: number | null; readonly message: Message }
  | { readonly type: "conversation"; readonly revision: number | null; readonly conversation: Conversation }
  | { readonly type: "message.delta"; readonly id: string; readonly chunk: number; readonly text: string }
  | { readonly type: "typing"; readonly author: Author; readonly started: boolean }
  | { readonly type: "unknown" };

/** @throws CablechatError `invalid_response` where a frame of a known type breaks the contract */
export function decodeFrame(json: unknown): Frame {
  if (!isObject(json)) throw unreadable();
  const { type, chunk, text } = json;
  if (type === "message") {
    const message = decodeMessage(json["message"]);
    return { type, revision: integer(json["revision"]) ?? message.revision, message };
  }
  if (type === "conversation") {
    const conversation = decodeConversation(json["conversation"]);
    return { type, revision: integer(json["revision"]) ?? conversation.revision, conversation };
  }
  if (type === "typing") {
    return { type, author: decodeAuthor(json["author"]), started: json["state"] === "started" };
  }
  if (type !== "message.delta") return { type: "unknown" };
  const id = optionalId(json["id"]);
  if (id === null || !Number.isSafeInteger(chunk) || typeof text !== "string") throw unreadable();
  return { type, id, chunk: chunk as number, text };
}

function unreadable(): CablechatError {
  return new CablechatError("invalid_response", "The frame is not as the contract has it.");
}
