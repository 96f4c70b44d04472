import { CablechatError } from "../core/errors.ts";
import { outcomeOf } from "../core/outcome.ts";
import { Patience } from "../core/patience.ts";
import type { Clock, Random } from "../core/ports.ts";
import { isUnclear } from "../core/unclear.ts";
import type { Bootstrap } from "../core/webchat.ts";

export interface BootstrapLoopEvents {
  load(signal: AbortSignal): Promise<Bootstrap>;
  loaded(bootstrap: Bootstrap): void;
  /** Where `retryInMs` is `null` only a change of the page or the backend can help. */
  failed(error: CablechatError): void;
}

/** Loads the bootstrap, once at a time, again and again until it is here or can never be. */
export class BootstrapLoop {
  /** When what has failed is tried again, in milliseconds; `null` where it is not, or nothing has failed. */
  retryInMs: number | null = null;
  readonly #events: BootstrapLoopEvents;
  readonly #patience: Patience;
  #run: AbortController | null = null;
  /** How often in a row what was loaded has proved wrong. */
  #doubts = 0;
  /** The endpoint is known to be right. */
  #proven = false;

  constructor(ports: { clock: Clock; random: Random }, events: BootstrapLoopEvents) {
    this.#events = events;
    this.#patience = new Patience(ports);
  }

  get running(): boolean {
    return !!this.#run;
  }

  /** Begins, or hurries the one that waits. */
  start(): void {
    if (this.#run) this.#patience.hurry();
    else void this.#repeat(this.#patience.heldMs);
  }

  /** As `start()`; but what is on its way was asked for too early, and is asked for anew. */
  restart(): void {
    this.stop();
    this.start();
  }

  /** What was loaded has proved wrong: loads anew, after a wait that grows until something `held()`. */
  doubt(): void {
    if (this.#run) return;
    this.#doubts += 1;
    void this.#repeat(this.#doubts === 1 ? this.#patience.heldMs : this.#patience.delayMs(this.#doubts - 2));
  }

  /** What was loaded has proved right. */
  held(): void {
    this.#doubts = 0;
  }

  /** Ends what is under way; it can be started again, and nothing is doubted then. */
  stop(): void {
    this.held();
    this.#run?.abort();
    this.#run = null;
    this.#patience.wake();
  }

  async #repeat(inMs: number): Promise<void> {
    const { load, loaded, failed } = this.#events;
    const run = new AbortController();
    const { signal } = run;
    this.#run = run;
    let waitMs = inMs;
    for (let attempt = 0; ; attempt += 1) {
      if (waitMs > 0) await this.#patience.wait(waitMs);
      if (signal.aborted) return;
      const outcome = await outcomeOf(load(signal));
      if (signal.aborted) return;
      if (!(outcome instanceof CablechatError)) {
        this.#proven = true;
        this.#run = this.retryInMs = null;
        return loaded(outcome);
      }
      waitMs = this.#patience.delayMs(attempt, outcome);
      // At first, an answer that is none speaks of a wrong endpoint; later, of something in between.
      const over = !outcome.retryable && !(this.#proven && isUnclear(outcome));
      if (over) this.#run = null;
      this.retryInMs = over ? null : waitMs;
      failed(outcome);
      // Whoever was told may have ended it.
      if (over || signal.aborted) return;
    }
  }
}
