import { backoffMs } from "../core/backoff.ts";
import type { Clock, Random } from "../core/ports.ts";

export interface ReconnectOptions {
  /** The ceiling of the first delay, in milliseconds. @default 1000 */
  reconnectDelayMs?: number | undefined;
  /** No delay is longer, in milliseconds. @default 30000 */
  maxReconnectDelayMs?: number | undefined;
}

/** Who is looking at an open chat comes back first: the ceiling of the very first delay. */
const FOREGROUND_FIRST_MS = 250;
/** … and of every later one; below 5 s, so that being back within 5 s of the server's return includes the handshake. */
const FOREGROUND_MAX_MS = 4_500;

/** When the next attempt is due: full jitter, and never before the server's `Retry-After`. */
export class ReconnectTimer {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #baseMs: number;
  readonly #maxMs: number;
  readonly #due: () => void;
  #attempt = 0;
  #dueAt = 0;
  #notBefore = 0;
  #cancel: (() => void) | null = null;

  constructor(ports: { clock: Clock; random: Random }, options: ReconnectOptions, due: () => void) {
    this.#clock = ports.clock;
    this.#random = ports.random;
    this.#baseMs = options.reconnectDelayMs ?? 1_000;
    this.#maxMs = options.maxReconnectDelayMs ?? 30_000;
    this.#due = due;
  }

  /** How many attempts have failed since the last one that held. */
  get attempt(): number {
    return this.#attempt;
  }

  /** The server can be trusted again, or everything has changed. */
  reset(): void {
    this.#attempt = 0;
  }

  /** @returns in how many milliseconds the next attempt is due */
  schedule(foreground: boolean): number {
    return this.#set(this.#delayMs(foreground));
  }

  /** What waits need not wait as long as it would; it never waits longer. @returns as `schedule` */
  hurry(foreground: boolean): number {
    this.#attempt = 0;
    return this.#set(Math.min(this.#delayMs(foreground), this.#dueAt - this.#clock.now()));
  }

  /**
   * No attempt before `delayMs` have passed, capped at the maximum delay.
   *
   * @returns in how many milliseconds the one that waits is due now; `null` where none waits
   */
  holdOff(delayMs: number): number | null {
    const now = this.#clock.now();
    this.#notBefore = Math.max(this.#notBefore, now + Math.min(delayMs, this.#maxMs));
    return this.#cancel ? this.#set(this.#dueAt - now) : null;
  }

  cancel(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #set(delayMs: number): number {
    const now = this.#clock.now();
    const dueInMs = Math.max(delayMs, this.#notBefore - now, 0);
    this.cancel();
    this.#dueAt = now + dueInMs;
    this.#cancel = this.#clock.setTimeout(() => {
      this.#cancel = null;
      this.#attempt += 1;
      this.#due();
    }, dueInMs);
    return dueInMs;
  }

  #delayMs(foreground: boolean): number {
    const fraction = this.#random.fraction();
    const limits = { baseMs: this.#baseMs, maxMs: this.#maxMs };
    if (!foreground) return backoffMs(this.#attempt, fraction, limits);
    if (this.#attempt === 0) return Math.floor(fraction * Math.min(FOREGROUND_FIRST_MS, this.#baseMs));
    return backoffMs(this.#attempt, fraction, { ...limits, maxMs: Math.min(FOREGROUND_MAX_MS, this.#maxMs) });
  }
}
