import { CablechatError, outcomeOf } from "../core/errors.ts";
import { Patience } from "../core/patience.ts";
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
  readonly #patience: Patience;
  #run: AbortController | null = null;

  constructor(options: BootstrapLoopOptions) {
    this.#options = options;
    this.#patience = new Patience(options, RETRY);
  }

  get running(): boolean {
    return this.#run !== null;
  }

  /** Begins, or hurries the one that waits. */
  start(): void {
    if (this.#run) this.#patience.wake();
    else {
      this.#run = new AbortController();
      void this.#repeat(this.#run.signal);
    }
  }

  /** Ends what is under way; it can be started again. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    this.#patience.wake();
  }

  async #repeat(signal: AbortSignal): Promise<void> {
    const { load, loaded, failed } = this.#options;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await outcomeOf(load(signal));
      if (signal.aborted) return;
      if (!(outcome instanceof CablechatError)) {
        this.#run = null;
        return loaded(outcome);
      }
      if (!outcome.retryable) {
        this.#run = null;
        return failed(outcome, null);
      }
      const retryInMs = this.#patience.delayMs(attempt, outcome);
      failed(outcome, retryInMs);
      await this.#patience.wait(retryInMs);
      if (signal.aborted) return;
    }
  }
}
