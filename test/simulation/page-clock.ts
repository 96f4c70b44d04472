import type { Clock } from "../../src/core/ports.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";

interface PageTimer {
  dueAt: number;
  callback: () => void;
  cancel: () => void;
}

/** The clock as one page has it: it can be frozen with the machine, and its timers are counted apart from the world's. */
export class PageClock implements Clock {
  readonly #world: VirtualClock;
  readonly #meet: () => number | null;
  readonly #timers = new Set<PageTimer>();
  #frozenAt: number | null = null;
  /** How long the monotonic clock has stood still altogether. */
  #stoppedMs = 0;
  #over = false;

  /** @param meet what happens to the page when a timer is about to fire; see `SimPage.meet()`. Nothing by default. */
  constructor(world: VirtualClock, meet: () => number | null = () => 0) {
    this.#world = world;
    this.#meet = meet;
  }

  get pending(): number {
    return this.#timers.size;
  }

  get frozen(): boolean {
    return this.#frozenAt !== null;
  }

  now(): number {
    return this.#world.now() - this.#stoppedMs;
  }

  wallNow(): number {
    return this.#world.wallNow();
  }

  setTimeout(callback: () => void, delayMs: number): () => void {
    if (this.#over) return () => undefined;
    const timer: PageTimer = { dueAt: this.now() + Math.max(0, delayMs), callback, cancel: () => undefined };
    this.#timers.add(timer);
    if (!this.frozen) this.#arm(timer);
    return () => {
      this.#timers.delete(timer);
      timer.cancel();
    };
  }

  /** The machine sleeps: nothing of the page runs. */
  freeze(): void {
    this.#frozenAt = this.#world.now();
    for (const timer of this.#timers) timer.cancel();
  }

  /** The machine wakes. @param stopped whether the monotonic clock stood still meanwhile; some systems stop it, some do not */
  thaw(stopped: boolean): void {
    if (this.#frozenAt === null) return;
    if (stopped) this.#stoppedMs += this.#world.now() - this.#frozenAt;
    this.#frozenAt = null;
    for (const timer of [...this.#timers].sort((a, b) => a.dueAt - b.dueAt)) this.#arm(timer);
  }

  /** The page is gone: no timer of it fires any more, and none can be set. */
  end(): void {
    this.#over = true;
    for (const timer of this.#timers) timer.cancel();
    this.#timers.clear();
  }

  #arm(timer: PageTimer): void {
    timer.cancel = this.#world.setTimeout(() => {
      const lateMs = this.#meet();
      if (lateMs === null) return;
      if (lateMs > 0) {
        timer.dueAt = this.now() + lateMs;
        return this.#arm(timer);
      }
      this.#timers.delete(timer);
      timer.callback();
    }, timer.dueAt - this.now());
  }
}
