import type { Author } from "../core/message.ts";
import type { Clock } from "../core/ports.ts";

/** A typing state is cleared after so long without a renewal (protocol/README.md, "The cable", `typing`). */
const EXPIRY_MS = 10_000;

/** Who is typing right now. */
export class TypingList {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #cancels = new Map<string, () => void>();
  #authors: readonly Author[] = [];

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** The same array until something changes. */
  get authors(): readonly Author[] {
    return this.#authors;
  }

  started(author: Author): void {
    this.#drop(author);
    const expire = () => this.stopped(author);
    this.#cancels.set(keyOf(author), this.#clock.setTimeout(expire, EXPIRY_MS));
    this.#authors = [...this.#authors, author];
    this.#changed();
  }

  stopped(author: Author): void {
    if (this.#drop(author)) this.#changed();
  }

  clear(): void {
    for (const author of this.#authors) this.stopped(author);
  }

  #drop(author: Author): boolean {
    const key = keyOf(author);
    this.#cancels.get(key)?.();
    this.#authors = this.#authors.filter((other) => keyOf(other) !== key);
    return this.#cancels.delete(key);
  }
}

function keyOf({ type, id }: Author): string {
  return type + id;
}
