import type { Chat } from "../chat/chat.ts";
import type { Conversation } from "../chat/conversation.ts";
import { REPLY_MAX_CHARACTERS, type StreamingReply } from "../chat/streaming-reply.ts";
import type { MessageRow } from "../store/messages.ts";
import { readMessage } from "./read-message.ts";
import {
  type AuthorOption,
  BOT,
  type ReadMessage,
  type ReplyOptions,
  type RespondingConversation,
} from "./responder.ts";

/** More answers to one message are a responder out of control. */
const MAX_REPLIES = 20;
const MAX_READ = 1_000;
/** A writer that goes on for so long after the visitor has stopped it does not listen, in milliseconds. */
const CANCEL_GRACE_MS = 5_000;

/** What one turn says: bounded, and over when the turn is, whatever the responder still does then. */
export class Answering implements RespondingConversation {
  readonly id: string;
  readonly #conversation: Conversation;
  readonly #chat: Chat;
  readonly #turn: AbortController;
  readonly #streams: Promise<unknown>[] = [];
  readonly #failures: unknown[] = [];
  #replies = 0;

  /** @param turn its signal ends everything that is said here */
  constructor(chat: Chat, conversationId: number, turn: AbortController) {
    this.id = String(conversationId);
    this.#chat = chat;
    this.#conversation = chat.conversation(conversationId);
    this.#turn = turn;
  }

  messages(limit = 50): ReadMessage[] {
    this.#turn.signal.throwIfAborted();
    const wanted = Math.min(Math.max(Math.trunc(limit), 1), MAX_READ);
    const rows = this.#chat.store.messages.before(this.#conversation.id, Number.MAX_SAFE_INTEGER, wanted);
    return rows.flatMap((row) => readMessage(row) ?? []);
  }

  reply(text: string, { author = BOT, ...more }: ReplyOptions = {}): ReadMessage {
    this.#count();
    if (text.trim() === "" || text.length > REPLY_MAX_CHARACTERS) {
      throw new RangeError(`A reply has 1 to ${REPLY_MAX_CHARACTERS} characters.`);
    }
    return read(this.#conversation.post(author, { body: text, ...more }));
  }

  streamReply(
    write: (reply: StreamingReply) => Promise<void>,
    { author = BOT }: AuthorOption = {},
  ): Promise<ReadMessage> {
    this.#count();
    const { signal } = this.#turn;
    const stream = this.#conversation
      .streamReply({ author, signal }, (reply) => this.#heedCancel(reply, write))
      .then(read);
    // Heard here too: one that the responder does not await must not end the process.
    this.#streams.push(stream.catch((error) => this.#failures.push(error)));
    return stream;
  }

  /** Resolves when every reply has ended, awaited by the responder or not. @returns why those failed that did */
  async failures(): Promise<readonly unknown[]> {
    await Promise.all(this.#streams);
    return this.#failures;
  }

  #count(): void {
    this.#turn.signal.throwIfAborted();
    this.#replies += 1;
    if (this.#replies > MAX_REPLIES) throw new RangeError(`More than ${MAX_REPLIES} answers to one message.`);
  }

  async #heedCancel(reply: StreamingReply, write: (reply: StreamingReply) => Promise<void>): Promise<void> {
    let grace: NodeJS.Timeout | undefined;
    const listen = () => {
      const late = new Error(`The writer went on for ${CANCEL_GRACE_MS / 1000} s after its reply had been stopped.`);
      grace = setTimeout(() => this.#turn.abort(late), CANCEL_GRACE_MS);
    };
    reply.signal.addEventListener("abort", listen);
    try {
      await write(reply);
    } finally {
      reply.signal.removeEventListener("abort", listen);
      clearTimeout(grace);
    }
  }
}

function read(row: MessageRow): ReadMessage {
  const message = readMessage(row);
  if (!message) throw new Error("The reply was deleted while it was being written.");
  return message;
}
