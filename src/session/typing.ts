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
  #renewAt: number | null = null;

  constructor(clock: Clock, events: TypingEvents) {
    this.#clock = clock;
    this.#events = events;
  }

  /** The other side has begun, goes on, or has stopped. */
  heard(author: Author, started: boolean): void {
    const keyOf = ({ type, id }: Author) => type + id;
    const key = keyOf(author);
    const cancel = this.#expiries.get(key);
    if (!cancel && !started) return;
    cancel?.();
    this.#expiries.delete(key);
    this.authors = this.authors.filter((each) => keyOf(each) !== key);
    if (started) {
      const expire = () => this.heard(author, false);
      this.#expiries.set(key, this.#clock.setTimeout(expire, EXPIRY_MS));
      this.authors = [...this.authors, author];
    }
    this.#events.changed();
  }

  /** A key was pressed on this side. */
  typed(): void {
    const now = this.#clock.now();
    if (this.#renewAt !== null && now < this.#renewAt) return;
    this.#renewAt = now + RENEWAL_MS;
    this.#events.tell("started");
  }

  /** What was being written is sent, or left. */
  stop(): void {
    if (this.#renewAt === null) return;
    this.#renewAt = null;
    this.#events.tell("stopped");
  }

  /** Nobody is typing any more, on neither side. */
  clear(): void {
    this.stop();
    for (const author of this.authors) this.heard(author, false);
  }
}
