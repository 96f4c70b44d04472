import type { Clock } from "../core/ports.ts";

export type SocketFault = "connect_timeout" | "silent" | "unconfirmed" | "slept";

export interface SocketWatchEvents {
  fault(reason: SocketFault): void;
  /** Whether some subscription has waited for its confirmation for longer than `limitMs`. */
  unconfirmed(limitMs: number): boolean;
  /** A confirmation has held long enough to trust the server again. */
  held(): void;
}

const TICK_MS = 500;
const CONNECT_TIMEOUT_MS = 8_000;
/** Two pings (3 s each, Action Cable's `BEAT_INTERVAL`) and a bit. */
const SILENCE_MS = 6_750;
const UNCONFIRMED_MS = 5_000;
const SLEEP_DRIFT_MS = 5_000;
const HELD_MS = 3_000;

/** Looks after one socket: everything that can be wrong with it without a close event. */
export class SocketWatch {
  readonly #clock: Clock;
  readonly #events: SocketWatchEvents;
  readonly #startedAt: number;
  #heardAt: number;
  #heardWallAt: number;
  #tickedAt: number;
  #tickedWallAt: number;
  #welcomed = false;
  #confirmedAt: number | null = null;
  #cancelTick: () => void = () => undefined;

  constructor(clock: Clock, events: SocketWatchEvents) {
    this.#clock = clock;
    this.#events = events;
    this.#startedAt = this.#heardAt = this.#tickedAt = clock.now();
    this.#heardWallAt = this.#tickedWallAt = clock.wallNow();
    this.#schedule();
  }

  heard(): void {
    this.#heardAt = this.#clock.now();
    this.#heardWallAt = this.#clock.wallNow();
  }

  welcomed(): void {
    this.#welcomed = true;
    this.heard();
  }

  confirmed(): void {
    this.#confirmedAt ??= this.#clock.now();
  }

  /** Looks now instead of at the next tick, e.g. because somebody has come back to the page. */
  check(): void {
    const fault = this.#fault();
    if (fault) {
      this.stop();
      this.#events.fault(fault);
      return;
    }
    if (this.#confirmedAt !== null && this.#clock.now() - this.#confirmedAt >= HELD_MS) this.#events.held();
  }

  stop(): void {
    this.#cancelTick();
    this.#cancelTick = () => undefined;
  }

  #fault(): SocketFault | null {
    const now = this.#clock.now();
    const slept = this.#slept();
    this.#tickedAt = now;
    this.#tickedWallAt = this.#clock.wallNow();
    if (slept) return "slept";
    if (!this.#welcomed) return now - this.#startedAt >= CONNECT_TIMEOUT_MS ? "connect_timeout" : null;
    if (now - this.#heardAt >= SILENCE_MS) return "silent";
    return this.#events.unconfirmed(UNCONFIRMED_MS) ? "unconfirmed" : null;
  }

  /**
   * Some systems stop the monotonic clock while they sleep, some do not, so both clocks are asked. A hidden tab's
   * timers are late too, but its frames are not: what was heard meanwhile proves that nobody slept.
   */
  #slept(): boolean {
    const { now, wall } = { now: this.#clock.now(), wall: this.#clock.wallNow() };
    const drift = Math.max(now - this.#tickedAt, wall - this.#tickedWallAt) - TICK_MS;
    const quiet = Math.max(now - this.#heardAt, wall - this.#heardWallAt);
    return drift > SLEEP_DRIFT_MS && quiet > SLEEP_DRIFT_MS;
  }

  #schedule(): void {
    this.#cancelTick = this.#clock.setTimeout(() => {
      this.#schedule();
      this.check();
    }, TICK_MS);
  }
}
