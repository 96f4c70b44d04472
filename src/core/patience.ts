import { type BackoffOptions, backoffMs } from "./backoff.ts";
import type { CablechatError } from "./errors.ts";
import type { Clock, Random } from "./ports.ts";

/** Waits between the tries of one thing: with full jitter, never less than the server asked for, until it is woken. */
export class Patience {
  readonly #ports: { clock: Clock; random: Random };
  readonly #backoff: BackoffOptions;
  #notBefore = 0;
  #waiting: { end: () => void; hurry: () => void } | null = null;

  constructor(ports: { clock: Clock; random: Random }, backoff: BackoffOptions) {
    this.#ports = ports;
    this.#backoff = backoff;
  }

  /** How long the server's `Retry-After` still holds, in milliseconds; 0 where it does not. */
  get heldMs(): number {
    return Math.max(this.#notBefore - this.#ports.clock.now(), 0);
  }

  /**
   * How long to wait after a failure, in milliseconds.
   *
   * @param attempt how many tries had failed before this one
   */
  delayMs(attempt: number, error: CablechatError): number {
    this.#notBefore = Math.max(this.#notBefore, this.#ports.clock.now() + (error.retryAfterMs ?? 0));
    return this.backoffMs(attempt);
  }

  /** The same, where it was no request that failed. */
  backoffMs(attempt: number): number {
    return Math.max(backoffMs(attempt, this.#ports.random.fraction(), this.#backoff), this.heldMs);
  }

  /** Resolves after `delayMs`, or with `wake()`. */
  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const { clock } = this.#ports;
      const end = () => {
        cancel();
        this.#waiting = null;
        resolve();
      };
      const hurry = () => {
        cancel();
        if (this.heldMs === 0) return end();
        cancel = clock.setTimeout(end, this.heldMs);
      };
      let cancel = clock.setTimeout(end, delayMs);
      this.#waiting = { end, hurry };
    });
  }

  /** There is reason to try again now; what the server asked for holds nevertheless. */
  hurry(): void {
    this.#waiting?.hurry();
  }

  /** There is nothing to wait for any more. */
  wake(): void {
    this.#waiting?.end();
  }
}
