import { CablechatError } from "../../src/core/errors.ts";
import type { Message } from "../../src/core/message.ts";
import type { MessagesQuery } from "../../src/core/messages-api.ts";
import type { MessagesPage } from "../../src/core/webchat.ts";
import { CatchUp } from "../../src/sync/catch-up.ts";
import type { Cursor } from "../../src/sync/cursor.ts";
import { type Deferred, deferred } from "./deferred.ts";
import { fixedRandom } from "./fixed-random.ts";
import { VirtualClock } from "./virtual-clock.ts";

interface Request extends Deferred<MessagesPage> {
  readonly query: MessagesQuery;
  readonly signal: AbortSignal | undefined;
}

/** A catch-up whose requests a test answers, on a clock it owns. */
export class CatchUpRig {
  readonly clock = new VirtualClock();
  readonly random = fixedRandom();
  readonly requests: Request[] = [];
  /** `started REASON`, `done REASON`, `failed REASON CODE`, `aborted REASON`, `lost`. */
  readonly events: string[] = [];
  readonly pages: MessagesPage[] = [];
  readonly catchUp: CatchUp;
  /** The chunk that waits, in the store. */
  gap: unknown;
  /** What the owner says of a page. */
  ours = true;

  constructor(cursor: Cursor) {
    const { clock, random, events } = this;
    this.catchUp = new CatchUp({
      api: { list: (query, signal) => this.#list(query, signal) },
      cursor,
      gap: () => this.gap,
      clock,
      random,
      events: {
        told: (phase, reason, error) => events.push([phase, reason, error?.code].filter(Boolean).join(" ")),
        page: (page) => {
          this.pages.push(page);
          return this.ours;
        },
        lostCursor: () => events.push("lost"),
      },
    });
  }

  get last(): Request {
    const request = this.requests.at(-1);
    if (!request) throw new Error("Nothing was asked.");
    return request;
  }

  /** Whether a run is under way, as far as was told. */
  get running(): boolean {
    return /^(started|failed)/.test(this.events.at(-1) ?? "");
  }

  async answer(revision: number | null, messages: readonly Message[] = [], hasMore = false): Promise<void> {
    this.last.resolve({ conversation: null, messages, revision, hasMore });
    await this.clock.settle();
  }

  async fail(error: CablechatError): Promise<void> {
    this.last.reject(error);
    await this.clock.settle();
  }

  /** Attached, caught up to `revision`, and past the second look. */
  async quiet(revision: number): Promise<void> {
    this.catchUp.attach();
    await this.answer(revision);
    await this.clock.advance(2_000);
    await this.answer(revision);
    this.requests.length = this.events.length = 0;
  }

  /** Answers when the test says so, or fails as `fetch` does when it is aborted. */
  #list(query: MessagesQuery, signal?: AbortSignal): Promise<MessagesPage> {
    const request = { query, signal, ...deferred<MessagesPage>() };
    this.requests.push(request);
    signal?.addEventListener("abort", () => request.reject(new CablechatError("aborted", "given up")));
    return request.promise;
  }
}
