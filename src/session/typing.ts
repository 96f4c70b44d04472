import type { Author } from "../core/message.ts";
import type { Clock } from "../core/ports.ts";

/** A typing state is cleared after so long without a renewal (protocol/README.md, "The cable", `typing`). */
const EXPIRY_MS = 10_000;
/** Renewed well before it expires. */
const RENEWAL_MS = 4_000;

export interface TypingEvents {
  changed(): void;
  /** To be told to the other side. */
  tell(state: "started" | "stopped"): void;
}

/** Who is typing right now on the other side, and telling it of one's own. */
export class Typing {
  /** A new array at each change. */
  authors: readonly Author[] = [];
  readonly #clock: Clock;
  readonly #events: TypingEvents;
  readonly #expiries = new Map<string, () => void>();
  #toldAt: number | null = null;

  constructor(clock: Clock, events: TypingEvents) {
    this.#clock = clock;
    this.#events = events;
  }

  /** The other side has begun, goes on, or has stopped. */
  heard(author: Author, started: boolean): void {
    const key = author.type + author.id;
    const cancel = this.#expiries.get(key);
    if (!cancel && !started) return;
    cancel?.();
    this.#expiries.delete(key);
    this.authors = this.authors.filter(({ type, id }) => type + id !== key);
    if (started) {
      this.#expiries.set(key, this.#clock.setTimeout(() => this.heard(author, false), EXPIRY_MS));
      this.authors = [...this.authors, author];
    }
    this.#events.changed();
  }

  /** A key was pressed on this side. */
  typed(): void {
    const now = this.#clock.now();
    if (this.#toldAt !== null && now - this.#toldAt < RENEWAL_MS) return;
    this.#toldAt = now;
    this.#events.tell("started");
  }

  /** What was being written is sent, or left. */
  stop(): void {
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#events.tell("stopped");
  }

  /** Nobody is typing any more. */
  clear(): void {
    for (const author of this.authors) this.heard(author, false);
  }
}
