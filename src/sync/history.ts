import { CablechatError, outcomeOf } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { MessagesAPI } from "../core/messages-api.ts";

export interface HistoryOptions {
  api: Pick<MessagesAPI, "list">;
  signal: AbortSignal;
  /** The first message that is known. */
  oldest(): Message | null;
  /** Older messages are here, oldest first. They say nothing of what is new, so no cursor moves. */
  loaded(messages: readonly Message[]): void;
  failed(error: CablechatError): void;
  changed(): void;
}

const PAGE_LIMIT = 50;

/** What lies before the first message shown. */
export class History {
  readonly #options: HistoryOptions;
  #hasMore = false;
  #loading = false;

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  get hasMore(): boolean {
    return this.#hasMore;
  }

  get loading(): boolean {
    return this.#loading;
  }

  /** What a bootstrap says. */
  begin(hasMore: boolean): void {
    this.#hasMore = hasMore;
  }

  /** Loads one page. After a failure, calling again tries again. */
  async load(): Promise<void> {
    const { api, signal, oldest, loaded, failed, changed } = this.#options;
    const first = oldest();
    if (!first || !this.#hasMore || this.#loading) return;
    this.#loading = true;
    changed();
    const page = await outcomeOf(api.list({ beforeId: first.id, limit: PAGE_LIMIT }, signal));
    this.#loading = false;
    if (page instanceof CablechatError) failed(page);
    else {
      loaded(page.messages);
      this.#hasMore = page.hasMore;
    }
    changed();
  }
}
