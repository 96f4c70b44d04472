import { CablechatError, outcomeOf } from "../core/errors.ts";
import type { ShownMessage } from "../core/message.ts";
import { compareMessages, type Placed } from "../core/message-order.ts";

/** How far one has read: what counts as unread, and what the backend is told of it. */
export class ReadPointer {
  readonly #report: (messageId: string) => Promise<unknown>;
  #id: string | null = null;
  #place: Placed | null = null;
  #owed: string | null = null;
  #reporting = false;

  /** @param report tells the backend */
  constructor(report: (messageId: string) => Promise<unknown>) {
    this.#report = report;
  }

  /** What the backend says; another device may have read further. Forwards only. */
  learn(id: string | null, messages: readonly ShownMessage[]): void {
    const place = placeOf(id, messages);
    if (this.#place && place && compareMessages(place, this.#place) <= 0) return;
    this.#id = id ?? this.#id;
    this.#place = place ?? this.#place;
  }

  /** Messages of somebody else beyond the pointer, as far as they are loaded. */
  unread(messages: readonly ShownMessage[]): number {
    this.#place ??= placeOf(this.#id, messages);
    const place = this.#place;
    return messages.filter(
      (message) =>
        isReceived(message) && message.state !== "deleted" && (place === null || compareMessages(message, place) > 0),
    ).length;
  }

  /** Everything up to the newest message has been seen. */
  readAll(messages: readonly ShownMessage[]): void {
    const id = messages.filter(isReceived).at(-1)?.id;
    if (!id || id === this.#id) return;
    this.learn(id, messages);
    if (this.#id !== id) return;
    this.#owed = id;
    void this.flush();
  }

  /** Tells the backend what it does not know yet, one call at a time. What fails is owed until the next call. */
  async flush(): Promise<void> {
    while (this.#owed !== null && !this.#reporting) {
      const id = this.#owed;
      this.#reporting = true;
      const outcome = await outcomeOf(this.#report(id));
      this.#reporting = false;
      if (outcome instanceof CablechatError && outcome.retryable) return;
      if (this.#owed === id) this.#owed = null;
    }
  }

  reset(): void {
    this.#id = this.#place = this.#owed = null;
  }
}

function placeOf(id: string | null, messages: readonly ShownMessage[]): Placed | null {
  return messages.filter(isPlaced).find((message) => message.id === id) ?? null;
}

function isPlaced(message: ShownMessage): message is ShownMessage & Placed {
  return message.id !== null && message.createdAt !== null;
}

function isReceived(message: ShownMessage): message is ShownMessage & Placed {
  return message.delivery === null && isPlaced(message);
}
