import type { ShownMessage } from "../core/message.ts";
import { compareMessages, type Placed } from "../core/message-order.ts";

export interface ReadPointerOptions {
  /** Tells the backend. */
  report(messageId: string): Promise<unknown>;
  /** The report failed; it is repeated with the next `flush()`. */
  failed(error: unknown): void;
}

/** How far one has read: what counts as unread, and what the backend is told of it. */
export class ReadPointer {
  readonly #options: ReadPointerOptions;
  #id: string | null = null;
  #place: Placed | null = null;
  #owed: string | null = null;
  #reporting = false;

  constructor(options: ReadPointerOptions) {
    this.#options = options;
  }

  /** What the backend says; it may know of another device that has read further. */
  learn(id: string | null, messages: readonly ShownMessage[]): void {
    if (id !== null && id !== this.#id) this.#move(id, placeOf(id, messages));
  }

  /** Messages of somebody else beyond the pointer, as far as they are loaded. */
  unread(messages: readonly ShownMessage[]): number {
    this.#place ??= this.#id === null ? null : placeOf(this.#id, messages);
    return messages.filter((message) => isUnread(message, this.#place)).length;
  }

  /** Everything up to the newest message has been seen. */
  readAll(messages: readonly ShownMessage[]): void {
    const newest = messages.filter(isPlaced).filter((message) => message.delivery === null).at(-1);
    if (!newest || newest.id === this.#id) return;
    this.#move(newest.id, newest);
    if (this.#id !== newest.id) return;
    this.#owed = newest.id;
    this.flush();
  }

  /** Tells the backend what it does not know yet, one call at a time. */
  flush(): void {
    const id = this.#owed;
    if (id === null || this.#reporting) return;
    this.#reporting = true;
    this.#options.report(id).then(
      () => {
        this.#reporting = false;
        if (this.#owed === id) this.#owed = null;
        else this.flush();
      },
      (error: unknown) => {
        this.#reporting = false;
        this.#options.failed(error);
      },
    );
  }

  reset(): void {
    this.#id = this.#place = this.#owed = null;
  }

  /** Forwards only. */
  #move(id: string, place: Placed | null): void {
    if (this.#place && place && compareMessages(place, this.#place) <= 0) return;
    this.#id = id;
    this.#place = place;
  }
}

function placeOf(id: string, messages: readonly ShownMessage[]): Placed | null {
  const message = messages.find((candidate) => candidate.id === id);
  return message && isPlaced(message) ? message : null;
}

function isPlaced(message: ShownMessage): message is ShownMessage & Placed {
  return message.id !== null && message.createdAt !== null;
}

function isUnread(message: ShownMessage, place: Placed | null): boolean {
  if (message.delivery !== null || message.state === "deleted" || !isPlaced(message)) return false;
  return place === null || compareMessages(message, place) > 0;
}
