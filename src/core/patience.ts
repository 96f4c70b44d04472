import { type BackoffOptions, backoffMs } from "./backoff.ts";
import type { CablechatError } from "./errors.ts";
import type { Clock, Random } from "./ports.ts";

/** Waits between the tries of one thing: with full jitter, never less than the server asked for, until it is woken. */
export class Patience {
  readonly #ports: { clock: Clock; random: Random };
  readonly #backoff: BackoffOptions;
  #wake: (() => void) | null = null;

  constructor(ports: { clock: Clock; random: Random }, backoff: BackoffOptions) {
    this.#ports = ports;
    this.#backoff = backoff;
  }

  /**
   * How long to wait after a failure, in milliseconds.
   *
   * @param attempt how many tries had failed before this one
   */
  delayMs(attempt: number, error: CablechatError): number {
    return Math.max(backoffMs(attempt, this.#ports.random.fraction(), this.#backoff), error.retryAfterMs ?? 0);
  }

  /** Resolves after `delayMs`, or with `wake()`. */
  wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel();
        this.#wake = null;
        resolve();
      };
      const cancel = this.#ports.clock.setTimeout(done, delayMs);
      this.#wake = done;
    });
  }

  /** There is reason to try again now, or none to try any more. */
  wake(): void {
    this.#wake?.();
  }
}
