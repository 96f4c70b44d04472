import type { Message } from "../core/message.ts";
import { compareMessages, type Placed } from "../core/message-order.ts";
import type { MessagesQuery } from "../core/messages-api.ts";
import type { MessagesPage } from "../core/webchat.ts";

/**
 * How far one conversation is known without a gap: the last message and the revision to ask from.
 * Moves over what is contiguous only (protocol/README.md, "What the client promises", 3 and 6).
 */
export class Cursor {
  #revision: number | null;
  #last: Placed | null;
  #owed = true;
  /** Revisions that were rendered, but lie beyond a gap. */
  readonly #ahead = new Set<number>();
  /** What was streaming when last heard of. */
  readonly #streaming = new Map<string, Placed>();

  /** @param revision `null` where the backend knows none; 0 for a conversation nothing is known of */
  constructor(revision: number | null, messages: readonly Message[] = []) {
    this.#revision = revision;
    this.#last = null;
    this.#moveLast(messages);
  }

  get revision(): number | null {
    return this.#revision;
  }

  /** Whether a catch-up is owed: since the last drop, none has come to its end. */
  get owed(): boolean {
    return this.#owed;
  }

  /** Whether something rendered lies beyond a gap. */
  get hasHole(): boolean {
    return this.#ahead.size > 0;
  }

  /** Where to ask from. */
  get query(): MessagesQuery {
    return { afterId: this.#last?.id ?? null, revision: this.#revision };
  }

  /** A drop: whatever is broadcast until the next catch-up has ended may have been missed. */
  owe(): void {
    this.#owed = true;
  }

  /** A durable frame has come. @returns whether something before it is missing, and no catch-up is owed anyway */
  live(revision: number | null): boolean {
    if (revision === null || this.#revision === null || revision <= this.#revision) return false;
    this.#ahead.add(revision);
    if (!this.#owed) this.#absorb();
    return !this.#owed && this.#ahead.has(revision);
  }

  /** A page of a catch-up has been applied. */
  page(page: MessagesPage): void {
    this.#moveLast(page.messages);
    if (page.revision === null) {
      if (this.#revision === 0) this.#revision = null;
      return;
    }
    this.#revision = Math.max(this.#revision ?? 0, page.revision);
    for (const revision of this.#ahead) if (revision <= this.#revision) this.#ahead.delete(revision);
  }

  /** The last page has been applied: nothing is owed any more. */
  settle(): void {
    this.#owed = false;
    this.#absorb();
  }

  #absorb(): void {
    while (this.#revision !== null && this.#ahead.delete(this.#revision + 1)) this.#revision += 1;
  }

  /** Never past a message still streaming, on whichever page it stood: without revisions, its end could not be asked for. */
  #moveLast(messages: readonly Message[]): void {
    for (const message of messages) {
      if (message.state === "streaming") this.#streaming.set(message.id, message);
      else this.#streaming.delete(message.id);
    }
    const [first] = [...this.#streaming.values()].sort(compareMessages);
    for (const message of messages) {
      if (first && compareMessages(message, first) >= 0) continue;
      if (!this.#last || compareMessages(message, this.#last) > 0) this.#last = message;
    }
  }
}
