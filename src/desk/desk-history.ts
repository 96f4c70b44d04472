import { CablechatError, outcomeOf } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { MessagesAPI } from "../core/messages-api.ts";

export interface DeskHistoryOptions {
  api: Pick<MessagesAPI, "list">;
  signal: AbortSignal;
  /** Older messages are here, oldest first. They say nothing of what is new, so no cursor moves. */
  loaded(messages: readonly Message[]): void;
  failed(error: CablechatError): void;
  changed(): void;
}

const PAGE_LIMIT = 50;

/**
 * What lies before the messages known, page by page. It remembers by itself from where: the store's first message may
 * be an old one whose change came live, and between it and its neighbours nothing is loaded yet.
 */
export class DeskHistory {
  readonly #options: DeskHistoryOptions;
  #before: string | null = null;
  #hasMore = false;
  #loading = false;

  constructor(options: DeskHistoryOptions) {
    this.#options = options;
  }

  get hasMore(): boolean {
    return this.#hasMore;
  }

  get loading(): boolean {
    return this.#loading;
  }

  /** @param before the message everything older lies before; `null` where all is known */
  begin(before: string | null): void {
    this.#before = before;
    this.#hasMore = before !== null;
  }

  /** Loads one page. After a failure, calling again tries again. */
  async load(): Promise<void> {
    const { api, signal, loaded, failed, changed } = this.#options;
    const before = this.#before;
    if (before === null || !this.#hasMore || this.#loading) return;
    this.#loading = true;
    changed();
    const page = await outcomeOf(api.list({ beforeId: before, limit: PAGE_LIMIT }, signal));
    this.#loading = false;
    if (page instanceof CablechatError) failed(page);
    // Begun anew meanwhile: this page is of a past that is shown no more.
    else if (before === this.#before) {
      loaded(page.messages);
      this.#before = page.messages[0]?.id ?? before;
      this.#hasMore = page.hasMore;
    }
    changed();
  }
}
