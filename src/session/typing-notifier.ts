import type { Clock } from "../core/ports.ts";

/** Renewed well before the reader's 10 s are over. */
const RENEWAL_MS = 4_000;
const IDLE_MS = 5_000;

/** Tells the other side that somebody is typing: once in a while, and when it ends. */
export class TypingNotifier {
  readonly #clock: Clock;
  readonly #tell: (state: "started" | "stopped") => void;
  #toldAt: number | null = null;
  #cancelIdle: (() => void) | null = null;

  constructor(clock: Clock, tell: (state: "started" | "stopped") => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** A key was pressed. */
  typed(): void {
    const now = this.#clock.now();
    if (this.#toldAt === null || now - this.#toldAt >= RENEWAL_MS) {
      this.#toldAt = now;
      this.#tell("started");
    }
    this.#cancelIdle?.();
    this.#cancelIdle = this.#clock.setTimeout(() => this.stop(), IDLE_MS);
  }

  stop(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#tell("stopped");
  }
}
