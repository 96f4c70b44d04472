import { type ConversationHead, type HeadsPage, type HeadsQuery, isOlderHead } from "../core/conversation-head.ts";
import { CablechatError } from "../core/errors.ts";
import { compareMessages } from "../core/message-order.ts";
import { outcomeOf } from "../core/outcome.ts";
import { Patience } from "../core/patience.ts";
import type { Clock, Random } from "../core/ports.ts";

/** Which conversations the list shows. */
export interface HeadFilter {
  readonly status: "open" | "closed" | "all";
  /** Part of the visitor's name or email, or of a message; empty for all. */
  readonly query: string;
}

export interface HeadListOptions {
  list(query: HeadsQuery, signal: AbortSignal): Promise<HeadsPage>;
  clock: Clock;
  random: Random;
  changed(): void;
  failed(error: CablechatError): void;
}

const RETRY = { baseMs: 500, maxMs: 15_000 };

/**
 * The conversations of a webchat, the latest first: fetched, kept current by what the cable brings, and fetched again
 * as far as they were loaded whenever something may have been missed.
 */
export class HeadList {
  readonly #options: HeadListOptions;
  readonly #patience: Patience;
  readonly #heads = new Map<string, ConversationHead>();
  /** What the cable has brought since the present fetch began: newer than its answer may be. */
  readonly #live = new Map<string, ConversationHead>();
  #filter: HeadFilter = { status: "open", query: "" };
  #life = new AbortController();
  /** The fetch under way. */
  #run: AbortSignal | null = null;
  #again = false;
  /** The last conversation of the last page, in the server's order. */
  #end: string | null = null;
  #hasMore = false;
  #known = false;
  #loadingMore = false;
  #snapshot: readonly ConversationHead[] | null = null;

  constructor(options: HeadListOptions) {
    this.#options = options;
    this.#patience = new Patience(options, RETRY);
  }

  /** The latest first. The same array until something changes. */
  get heads(): readonly ConversationHead[] {
    this.#snapshot ??= [...this.#heads.values()].sort(compareHeads);
    return this.#snapshot;
  }

  get filter(): HeadFilter {
    return this.#filter;
  }

  /** Whether an answer for the present filter has come. */
  get known(): boolean {
    return this.#known;
  }

  /** Whether a fetch is under way: until it ends, something may be missing. */
  get refreshing(): boolean {
    return this.#run !== null;
  }

  get hasMore(): boolean {
    return this.#hasMore;
  }

  get loadingMore(): boolean {
    return this.#loadingMore;
  }

  byId(id: string): ConversationHead | null {
    return this.#heads.get(id) ?? null;
  }

  /** Something may have been missed: asks now; while a fetch is under way, once more after it. */
  refresh(): void {
    if (this.#run) {
      this.#again = true;
      this.#patience.wake();
    } else void this.#fetchUntilDone();
  }

  setFilter(filter: HeadFilter): void {
    if (filter.status === this.#filter.status && filter.query === this.#filter.query) return;
    this.stop();
    this.#filter = filter;
    this.#heads.clear();
    this.#known = this.#hasMore = false;
    this.#end = this.#snapshot = null;
    void this.#fetchUntilDone();
  }

  /** Loads the next page. After a failure, calling again tries again. */
  async loadMore(): Promise<void> {
    if (!this.#hasMore || this.#loadingMore || this.#run) return;
    const { list, changed, failed } = this.#options;
    const filter = this.#filter;
    this.#loadingMore = true;
    changed();
    const page = await outcomeOf(list(this.#query(this.#end), this.#life.signal));
    this.#loadingMore = false;
    if (page instanceof CablechatError) failed(page);
    // What was asked for another filter, or is overtaken by a refresh, says nothing of this list's end.
    else if (filter === this.#filter && !this.#run) this.#append(page);
    changed();
  }

  /** The cable has brought a head. */
  live(head: ConversationHead): void {
    if (this.#run) this.#live.set(head.conversation.id, head);
    this.#merge(head);
    this.#options.changed();
  }

  stop(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#run = null;
    this.#again = false;
    this.#live.clear();
    this.#patience.wake();
  }

  async #fetchUntilDone(): Promise<void> {
    const { failed, changed } = this.#options;
    const run = this.#life.signal;
    this.#run = run;
    changed();
    for (let attempt = 0; ; attempt += 1) {
      this.#again = false;
      this.#live.clear();
      const outcome = await outcomeOf(this.#fetch(run));
      if (run.aborted) return;
      if (!(outcome instanceof CablechatError)) {
        this.#replace(outcome);
        if (!this.#again) break;
        attempt = -1;
        continue;
      }
      failed(outcome);
      if (run.aborted) return;
      if (!outcome.retryable) break;
      await this.#patience.wait(this.#patience.delayMs(attempt, outcome));
      if (run.aborted) return;
    }
    this.#run = null;
    changed();
  }

  /** As many pages as were loaded before, so that a refresh does not shorten the list. */
  async #fetch(signal: AbortSignal): Promise<HeadsPage> {
    const heads: ConversationHead[] = [];
    const wanted = this.#heads.size;
    let before: string | null = null;
    for (;;) {
      const page: HeadsPage = await this.#options.list(this.#query(before), signal);
      heads.push(...page.heads);
      before = page.heads.at(-1)?.conversation.id ?? null;
      const hasMore = page.hasMore && before !== null;
      if (!hasMore || heads.length >= wanted) return { heads, hasMore };
    }
  }

  #query(before: string | null): HeadsQuery {
    const { status, query } = this.#filter;
    return { status: status === "all" ? null : status, query, before };
  }

  #replace({ heads, hasMore }: HeadsPage): void {
    this.#heads.clear();
    this.#end = null;
    this.#append({ heads, hasMore });
    this.#known = true;
    for (const head of this.#live.values()) this.#merge(head);
  }

  #append({ heads, hasMore }: HeadsPage): void {
    for (const head of heads) this.#put(head);
    this.#end = heads.at(-1)?.conversation.id ?? this.#end;
    this.#hasMore = hasMore;
    this.#snapshot = null;
  }

  #merge(head: ConversationHead): void {
    const { id, status } = head.conversation;
    const known = this.#heads.get(id);
    if (known && isOlderHead(head, known)) return;
    if (this.#filter.status !== "all" && status !== this.#filter.status) {
      this.#heads.delete(id);
      this.#snapshot = null;
      return;
    }
    // Only the server can search: among its answers a conversation is kept current, but none is added.
    if (known || this.#filter.query === "") this.#put(head);
  }

  #put(head: ConversationHead): void {
    this.#heads.set(head.conversation.id, head);
    this.#snapshot = null;
  }
}

function compareHeads(a: ConversationHead, b: ConversationHead): number {
  const placed = ({ conversation, activeAt }: ConversationHead) => ({
    id: conversation.id,
    createdAt: activeAt ?? "1970-01-01T00:00:00Z",
  });
  return compareMessages(placed(b), placed(a));
}
