import { backoffMs } from "../core/backoff.ts";
import { delay } from "../core/delay.ts";
import { CablechatError } from "../core/errors.ts";
import type { MessagesAPI, MessagesQuery } from "../core/messages-api.ts";
import type { Clock, Random } from "../core/ports.ts";
import type { MessagesPage } from "../core/webchat.ts";
import type { Cursor } from "./cursor.ts";

export type CatchUpReason = "confirmed" | "look" | "hole" | "gap" | "unreadable" | "visible" | "interval";

export interface CatchUpEvents {
  started(reason: CatchUpReason): void;
  /** A page is here, to be merged into the store. @returns false to give the run up: the page is not of this conversation */
  page(page: MessagesPage, reason: CatchUpReason): boolean;
  done(reason: CatchUpReason): void;
  failed(error: CablechatError, reason: CatchUpReason): void;
  aborted(reason: CatchUpReason): void;
  /** The backend does not know the place asked from: only a new bootstrap helps. */
  lostCursor(): void;
}

export interface CatchUpOptions {
  api: Pick<MessagesAPI, "list">;
  cursor: Cursor;
  clock: Clock;
  random: Random;
  events: CatchUpEvents;
}

/** Two server processes may broadcast out of order: a hole of a few hundred milliseconds is normal. */
const HOLE_WAIT_MS = 300;
const HOLE_WAIT_MAX_MS = 30_000;
/** A second subscriber in one server process may be confirmed before its stream is attached (docs/backends.md). */
const LOOK_AGAIN_MS = 2_000;
const RETRY = { baseMs: 500, maxMs: 15_000 };

/**
 * When to ask, and until when: page by page from the cursor, never before the confirmation of the present socket,
 * at most one run at a time, retried while that socket lives, ended by its drop.
 */
export class CatchUp {
  readonly #options: CatchUpOptions;
  /** Present from a confirmation to the drop; ends everything that was started in between. */
  #attached: AbortController | null = null;
  #running: CatchUpReason | null = null;
  #again: CatchUpReason | null = null;
  /** Why to ask when the wait for stragglers is over. */
  #soon: "hole" | "gap" | "unreadable" | null = null;
  #cancelHoleWait: (() => void) | null = null;
  /** How many runs in a row have left a hole. */
  #fruitless = 0;
  #cancelLook: (() => void) | null = null;

  constructor(options: CatchUpOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** The subscription is confirmed: what was missed is asked for now, and looked at once more a little later. */
  attach(): void {
    if (this.#attached) return;
    this.#attached = new AbortController();
    this.request("confirmed");
    this.#cancelLook = this.#options.clock.setTimeout(() => this.request("look"), LOOK_AGAIN_MS);
  }

  /** The socket is gone. */
  detach(): void {
    this.#options.cursor.owe();
    this.#endHoleWait();
    this.#fruitless = 0;
    this.#cancelLook?.();
    this.#attached?.abort();
    this.#attached = null;
    this.#again = null;
  }

  /** Asks now; while a run is under way, once more after it. Without a confirmed subscription the next one will ask. */
  request(reason: CatchUpReason): void {
    const attached = this.#attached;
    if (!attached) return;
    if (this.#running !== null) this.#again ??= reason;
    else void this.#run(reason, attached.signal);
  }

  /** Something is missing: stragglers get a moment, then a catch-up fills the hole. */
  requestSoon(reason: "hole" | "gap" | "unreadable"): void {
    // Stragglers may close a hole; what else is missing has to be asked for.
    if (!this.#attached || (this.#soon && (this.#soon !== "hole" || reason === "hole"))) return;
    this.#endHoleWait();
    this.#soon = reason;
    const doublings = reason === "hole" ? Math.max(this.#fruitless - 1, 0) : 0;
    this.#cancelHoleWait = this.#options.clock.setTimeout(
      () => {
        this.#endHoleWait();
        if (reason !== "hole" || this.#options.cursor.hasHole) this.request(reason);
      },
      Math.min(HOLE_WAIT_MS * 2 ** doublings, HOLE_WAIT_MAX_MS),
    );
  }

  #endHoleWait(): void {
    this.#cancelHoleWait?.();
    this.#cancelHoleWait = this.#soon = null;
  }

  async #run(reason: CatchUpReason, signal: AbortSignal): Promise<void> {
    const { events, clock, random } = this.#options;
    this.#running = reason;
    events.started(reason);
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const error = await this.#pages(signal, reason);
      if (signal.aborted) break;
      if (error === null) {
        this.#running = null;
        events.done(reason);
        // What came live meanwhile may lie beyond a gap of its own. A backend whose answers lag behind its frames is
        // asked ever more slowly.
        this.#fruitless = this.#options.cursor.hasHole ? this.#fruitless + 1 : 0;
        if (this.#fruitless > 0) this.requestSoon("hole");
        return this.#next();
      }
      events.failed(error, reason);
      if (error.code === "unknown_cursor") {
        this.#running = null;
        return events.lostCursor();
      }
      const waitMs = Math.max(backoffMs(attempt, random.fraction(), RETRY), error.retryAfterMs ?? 0);
      await delay(clock, waitMs, signal);
    }
    this.#running = null;
    events.aborted(reason);
    // A new socket may have been confirmed while this run was still ending; its request waits in `#again`.
    this.#next();
  }

  #next(): void {
    const again = this.#again;
    this.#again = null;
    if (again) this.request(again);
  }

  /** @returns what went wrong; `null` at the end of the last page, or when the run was given up */
  async #pages(signal: AbortSignal, reason: CatchUpReason): Promise<CablechatError | null> {
    const { api, cursor, events } = this.#options;
    let position = cursor.query;
    try {
      for (;;) {
        const page = await api.list(position, signal);
        if (signal.aborted || !events.page(page, reason)) return null;
        cursor.page(page);
        if (!page.hasMore) {
          cursor.settle();
          return null;
        }
        position = following(position, page);
      }
    } catch (error) {
      // The named case: the request failed. Anything else is a fault of ours, and must be seen.
      if (error instanceof CablechatError) return error;
      throw error;
    }
  }
}

/** Where the next page begins. Beyond a streaming message too, unlike the cursor itself. */
function following(position: MessagesQuery, page: MessagesPage): MessagesQuery {
  const last = page.messages.at(-1);
  const next = { afterId: last?.id ?? position.afterId ?? null, revision: page.revision };
  const moved = page.revision === null ? next.afterId !== position.afterId : page.revision > (position.revision ?? -1);
  if (!moved) {
    throw new CablechatError("invalid_response", "The server says there is more, but does not move on.", {
      retryable: true,
    });
  }
  return next;
}
