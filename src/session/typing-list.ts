import type { Author } from "../core/message.ts";
import type { Clock } from "../core/ports.ts";

/** A typing state is cleared after so long without a renewal (protocol/README.md, "The cable", `typing`). */
const EXPIRY_MS = 10_000;

/** Who is typing right now. */
export class TypingList {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #typing = new Map<string, { author: Author; cancel: () => void }>();
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
    const key = keyOf(author);
    this.#typing.get(key)?.cancel();
    this.#typing.set(key, { author, cancel: this.#clock.setTimeout(() => this.stopped(author), EXPIRY_MS) });
    this.#update();
  }

  stopped(author: Author): void {
    const key = keyOf(author);
    this.#typing.get(key)?.cancel();
    if (this.#typing.delete(key)) this.#update();
  }

  clear(): void {
    if (this.#typing.size === 0) return;
    for (const { cancel } of this.#typing.values()) cancel();
    this.#typing.clear();
    this.#update();
  }

  #update(): void {
    this.#authors = [...this.#typing.values()].map(({ author }) => author);
    this.#changed();
  }
}

function keyOf({ type, id }: Author): string {
  return `${type}:${id}`;
}
