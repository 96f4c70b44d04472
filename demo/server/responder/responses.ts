import type { Chat } from "../chat/chat.ts";
import type { Log } from "../http/log.ts";
import { Answering } from "./answering.ts";
import { readMessage } from "./read-message.ts";
import type { Responder, Turn, Visitor } from "./responder.ts";

/** Messages of one conversation that may wait for their answer. What comes beyond them is not answered. */
const MAX_WAITING = 100;
/** Conversations that may be answered at once. */
const MAX_CONVERSATIONS = 1_000;

export interface ResponsesOptions {
  readonly chat: Chat;
  readonly respond: Responder;
  readonly log: Log;
  /** How long the answer to one message may take, in milliseconds. */
  readonly limitMs: number;
}

/**
 * Runs the responder: a turn for each message, one at a time and in order in each conversation. A turn that throws, or
 * takes too long, is logged; its reply ends as failed, and the next message has its turn.
 *
 * What waits here is not stored: a message that has not been answered when the server ends stays without an answer.
 */
export class Responses {
  readonly #options: ResponsesOptions;
  /** The messages of each conversation that are being answered or wait for it, the present one first. */
  readonly #lines = new Map<number, number[]>();
  readonly #turns = new Set<AbortController>();
  #stopped = false;

  constructor(options: ResponsesOptions) {
    this.#options = options;
  }

  /** To be called once the message is committed. Returns at once, and throws nothing. */
  take(conversationId: number, messageId: number): void {
    if (this.#stopped) return;
    const line = this.#lines.get(conversationId);
    const full = line ? line.length >= MAX_WAITING : this.#lines.size >= MAX_CONVERSATIONS;
    if (full) {
      const cause = line ? `${MAX_WAITING} before it wait` : `${MAX_CONVERSATIONS} conversations are being answered`;
      this.#options.log(`error responder: message ${messageId} is not answered: ${cause}.`);
    } else if (line) {
      line.push(messageId);
    } else {
      this.#lines.set(conversationId, [messageId]);
      // Not on the request's stack: its answer goes out first.
      setImmediate(() => void this.#run(conversationId));
    }
  }

  /** No turn begins any more, and those under way are told to end. */
  stop(): void {
    this.#stopped = true;
    for (const turn of this.#turns) turn.abort(new Error("The server is stopping."));
  }

  async #run(conversationId: number): Promise<void> {
    const line = this.#lines.get(conversationId) ?? [];
    for (let next = line[0]; next !== undefined && !this.#stopped; next = line[0]) {
      const errors = await this.#turn(conversationId, next).catch((error) => {
        // The server's own fault (a full disk): this message has no answer, and those behind it still have their turn.
        return [error];
      });
      // While stopping, turns are ended by the server itself, which is no news.
      for (const error of this.#stopped ? [] : errors) this.#options.log(complaint(conversationId, next, error));
      line.shift();
    }
    this.#lines.delete(conversationId);
  }

  /** @returns everything that went wrong */
  async #turn(conversationId: number, messageId: number): Promise<readonly unknown[]> {
    const { chat, respond, limitMs } = this.#options;
    const row = chat.store.messages.find(conversationId, messageId);
    const message = row && readMessage(row);
    const conversation = chat.store.conversations.find(conversationId);
    // Deleted, expired or closed while it waited: nobody waits for the answer.
    if (!message || conversation?.status !== "open") return [];
    const turn = new AbortController();
    const limit = setTimeout(() => turn.abort(new Error(`Not answered within ${limitMs / 1000} s.`)), limitMs);
    this.#turns.add(turn);
    const answering = new Answering(chat, conversationId, turn);
    const visitor = visitorOf(chat, conversation.contact_id);
    try {
      const given = { message, visitor, conversation: answering, signal: turn.signal };
      return await Promise.race([answer(respond, given, answering), reasonOf(turn.signal)]);
    } finally {
      clearTimeout(limit);
      this.#turns.delete(turn);
      // From here on nothing the responder still does is heard.
      turn.abort(new Error("The turn is over."));
    }
  }
}

async function answer(respond: Responder, turn: Turn, answering: Answering): Promise<readonly unknown[]> {
  const errors = new Set<unknown>();
  try {
    await respond(turn);
  } catch (error) {
    // Whatever a responder does wrong ends here, and in the log.
    errors.add(error);
  }
  for (const error of await answering.failures()) errors.add(error);
  return [...errors];
}

/** Why the turn was ended before it had ended by itself. */
function reasonOf(signal: AbortSignal): Promise<readonly unknown[]> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve([signal.reason]), { once: true }));
}

function visitorOf({ store }: Chat, contactId: number | null): Visitor {
  const contact = store.contacts.find(contactId);
  return {
    name: contact?.name ?? null,
    identifier: contact?.identifier ?? null,
    email: contact?.email ?? null,
    attributes: contact ? JSON.parse(contact.attributes) : {},
  };
}

function complaint(conversationId: number, messageId: number, error: unknown): string {
  const what = error instanceof Error ? error.stack : String(error);
  return `error responder: message ${messageId} of conversation ${conversationId}: ${what}`;
}
