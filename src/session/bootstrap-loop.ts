import { backoffMs } from "../core/backoff.ts";
import { delay } from "../core/delay.ts";
import { CablechatError } from "../core/errors.ts";
import type { Clock, Random } from "../core/ports.ts";
import type { Bootstrap } from "../core/webchat.ts";

export interface BootstrapLoopOptions {
  load(signal: AbortSignal): Promise<Bootstrap>;
  clock: Clock;
  random: Random;
  loaded(bootstrap: Bootstrap): void;
  /** `retryInMs` is `null` where only a change of the page or the backend can help. */
  failed(error: CablechatError, retryInMs: number | null): void;
}

const RETRY = { baseMs: 1_000, maxMs: 30_000 };

/** Loads the bootstrap, once at a time, again and again until it is here or can never be. */
export class BootstrapLoop {
  readonly #options: BootstrapLoopOptions;
  #life = new AbortController();
  #endWait: (() => void) | null = null;
  #running = false;

  constructor(options: BootstrapLoopOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Begins, or hurries the one that waits. */
  start(): void {
    if (this.#running) this.#endWait?.();
    else void this.#run(this.#life.signal);
  }

  /** Ends what is under way; it can be started again. */
  stop(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#running = false;
    this.#endWait?.();
  }

  async #run(signal: AbortSignal): Promise<void> {
    this.#running = true;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const outcome = await this.#attempt(signal);
      if (signal.aborted) return;
      if (!(outcome instanceof CablechatError)) {
        this.#running = false;
        return this.#options.loaded(outcome);
      }
      if (!outcome.retryable) {
        this.#running = false;
        return this.#options.failed(outcome, null);
      }
      const backoff = backoffMs(attempt, this.#options.random.fraction(), RETRY);
      const retryInMs = Math.max(backoff, outcome.retryAfterMs ?? 0);
      this.#options.failed(outcome, retryInMs);
      await this.#wait(retryInMs);
    }
  }

  async #attempt(signal: AbortSignal): Promise<Bootstrap | CablechatError> {
    try {
      return await this.#options.load(signal);
    } catch (error) {
      // The named case: the request failed. Anything else is a fault of ours, and must be seen.
      if (error instanceof CablechatError) return error;
      throw error;
    }
  }

  async #wait(retryInMs: number): Promise<void> {
    const waiting = new AbortController();
    this.#endWait = () => waiting.abort();
    await delay(this.#options.clock, retryInMs, waiting.signal);
    this.#endWait = null;
  }
}
