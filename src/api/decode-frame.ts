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
  | { readonly type: "unknown"; readonly name: string };

/** @throws CablechatError `unreadable_frame` where a frame of a known type breaks the contract */
export function decodeFrame(json: unknown): Frame {
  try {
    return decode(json);
  } catch (error) {
    // The named case: the frame's content is not as the contract has it.
    if (!(error instanceof CablechatError)) throw error;
    throw new CablechatError("unreadable_frame", `A frame was dropped: ${error.message}`, { cause: error });
  }
}

function decode(json: unknown): Frame {
  if (!isObject(json)) throw new CablechatError("unreadable_frame", "it is no object.");
  switch (json["type"]) {
    case "message": {
      const message = decodeMessage(json["message"]);
      return { type: "message", revision: integer(json["revision"]) ?? message.revision, message };
    }
    case "conversation": {
      const conversation = decodeConversation(json["conversation"]);
      return { type: "conversation", revision: integer(json["revision"]) ?? conversation.revision, conversation };
    }
    case "message.delta": {
      const id = optionalId(json["id"]);
      const chunk = integer(json["chunk"]);
      const text = json["text"];
      if (id === null || chunk === null || typeof text !== "string") {
        throw new CablechatError("unreadable_frame", "a delta needs id, chunk and text.");
      }
      return { type: "message.delta", id, chunk, text };
    }
    case "typing":
      return { type: "typing", author: decodeAuthor(json["author"]), started: json["state"] === "started" };
    default:
      return { type: "unknown", name: String(json["type"]) };
  }
}
