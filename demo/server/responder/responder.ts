import type { Author } from "../chat/author.ts";
import type { Draft } from "../chat/draft.ts";
import type { Json } from "../chat/present.ts";
import type { StreamingReply } from "../chat/streaming-reply.ts";

/**
 * Answers visitors: run once for each message of theirs, after it is committed and outside its request. The messages of
 * one conversation come one at a time, in order; conversations do not wait for each other.
 *
 * Whatever it throws is logged, and fails the reply it was writing; nothing else is touched by it.
 */
export type Responder = (turn: Turn) => Promise<void> | void;

/** One message that is to be answered. */
export interface Turn {
  readonly message: ReadMessage;
  readonly visitor: Visitor;
  readonly conversation: RespondingConversation;
  /** Aborts when there is no more use in answering: out of time, or the server stops. Hand it to what makes the text. */
  readonly signal: AbortSignal;
}

/** The conversation, as far as it is a responder's business. Throws once the turn is over. */
export interface RespondingConversation {
  readonly id: string;
  /** What was said so far, oldest first, the turn's own message included. @param limit @default 50 */
  messages(limit?: number): ReadMessage[];
  /** Answers in one go. @throws RangeError where there is no text, or more than a message holds */
  reply(text: string, options?: ReplyOptions): ReadMessage;
  /**
   * Answers piece by piece; see `StreamingReply`. The answer ends when `write` does: as `complete`, as `cancelled` where
   * the visitor stopped it, or as `failed` where `write` throws, which is thrown on.
   */
  streamReply(write: (reply: StreamingReply) => Promise<void>, options?: AuthorOption): Promise<ReadMessage>;
}

export interface AuthorOption {
  /** @default a bot that is called Bot */
  readonly author?: Author;
}

export type ReplyOptions = AuthorOption & Pick<Draft, "quickReplies" | "cards">;

/** A message, for reading. */
export interface ReadMessage {
  readonly id: string;
  readonly author: Author;
  readonly state: "complete" | "streaming" | "cancelled" | "failed";
  readonly body: string;
  /** As in the protocol: `{id, name, content_type, size, url, …}`. */
  readonly attachments: readonly Json[];
  /** The quick reply or button that was chosen. */
  readonly replyTo: { readonly message: string; readonly value: string } | null;
  readonly createdAt: Date;
}

export interface Visitor {
  readonly name: string | null;
  /** Only of somebody the host application vouches for, like the rest. */
  readonly identifier: string | null;
  readonly email: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Who answers where the responder does not say. */
export const BOT: Author = { type: "bot", id: "bot", name: "Bot", avatarUrl: null };
