import { CablechatError, outcomeOf } from "../core/errors.ts";
import { Patience } from "../core/patience.ts";
import type { Clock, Random } from "../core/ports.ts";
import type { Bootstrap } from "../core/webchat.ts";

export interface BootstrapLoopEvents {
  load(signal: AbortSignal): Promise<Bootstrap>;
  loaded(bootstrap: Bootstrap): void;
  /** `retryInMs` is `null` where only a change of the page or the backend can help. */
  failed(error: CablechatError, retryInMs: number | null): void;
}

const RETRY = { baseMs: 1_000, maxMs: 30_000 };

/** Loads the bootstrap, once at a time, again and again until it is here or can never be. */
export class BootstrapLoop {
  readonly #events: BootstrapLoopEvents;
  readonly #patience: Patience;
  #run: AbortController | null = null;

  constructor(ports: { clock: Clock; random: Random }, events: BootstrapLoopEvents) {
    this.#events = events;
    this.#patience = new Patience(ports, RETRY);
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
    const { load, loaded, failed } = this.#events;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const outcome = await outcomeOf(load(signal));
      if (signal.aborted) return;
      const over = !(outcome instanceof CablechatError && outcome.retryable);
      if (over) this.#run = null;
      if (!(outcome instanceof CablechatError)) return loaded(outcome);
      const retryInMs = this.#patience.delayMs(attempt, outcome);
      failed(outcome, over ? null : retryInMs);
      if (over) return;
      await this.#patience.wait(retryInMs);
    }
  }
}
