import { setImmediate } from "node:timers";
import type { Clock } from "../../src/core/ports.ts";

interface Timer {
  readonly dueAt: number;
  readonly callback: () => void;
  cancelled: boolean;
}

/** A `Clock` that stands still until it is told to go on. After each timer everything it set off comes to an end first. */
export class VirtualClock implements Clock {
  /** By due time; those of one time in the order they were made. */
  readonly #timers: Timer[] = [];
  #now = 0;
  #wallOffset: number;
  #pending = 0;

  /** @param wallStartMs what the wall clock shows at the beginning, in milliseconds since 1970 */
  constructor(wallStartMs = Date.UTC(2026, 10, 21, 3, 28)) {
    this.#wallOffset = wallStartMs;
  }

  /** How many timers wait. */
  get pending(): number {
    return this.#pending;
  }

  now(): number {
    return this.#now;
  }

  wallNow(): number {
    return this.#now + this.#wallOffset;
  }

  setTimeout(callback: () => void, delayMs: number): () => void {
    const timer: Timer = { dueAt: this.#now + Math.max(0, delayMs), callback, cancelled: false };
    this.#timers.splice(this.#placeFor(timer.dueAt), 0, timer);
    this.#pending += 1;
    return () => this.#cancel(timer);
  }

  /** Somebody sets the wall clock; monotonic time does not notice. */
  jumpWall(byMs: number): void {
    this.#wallOffset += byMs;
  }

  /** Runs what comes due within `ms`, one timer after the other. */
  async advance(ms: number): Promise<void> {
    await this.runUntil(() => false, ms);
  }

  /** Runs until `predicate` holds, for at most `maxMs`. @returns whether it holds */
  async runUntil(predicate: () => boolean, maxMs: number): Promise<boolean> {
    const end = this.#now + maxMs;
    await this.settle();
    while (!predicate()) {
      const next = this.#takeDue(end);
      if (!next) {
        this.#now = end;
        return predicate();
      }
      this.#now = Math.max(this.#now, next.dueAt);
      this.#pending -= 1;
      next.callback();
      await this.settle();
    }
    return true;
  }

  /** Until every promise that can go on without time has gone on: microtasks are all done before the next macrotask. */
  settle(): Promise<void> {
    return new Promise((settled) => {
      setImmediate(settled);
    });
  }

  #takeDue(end: number): Timer | null {
    for (;;) {
      const first = this.#timers[0];
      if (!first || first.dueAt > end) return null;
      this.#timers.shift();
      if (!first.cancelled) {
        first.cancelled = true;
        return first;
      }
    }
  }

  #cancel(timer: Timer): void {
    if (timer.cancelled) return;
    timer.cancelled = true;
    this.#pending -= 1;
  }

  #placeFor(dueAt: number): number {
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle] as Timer).dueAt <= dueAt) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
