import { CablechatError } from "../core/errors.ts";
import { outcomeOf } from "../core/outcome.ts";
import { Patience } from "../core/patience.ts";
import type { Clock, Random } from "../core/ports.ts";
import { isUnclear } from "../core/unclear.ts";
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
  #loading = false;
  /** How often in a row what was loaded has proved wrong. */
  #doubts = 0;
  /** The endpoint is known to be right. */
  #proven = false;

  constructor(ports: { clock: Clock; random: Random }, events: BootstrapLoopEvents) {
    this.#events = events;
    this.#patience = new Patience(ports, RETRY);
  }

  get running(): boolean {
    return this.#run !== null;
  }

  /** Begins, or hurries the one that waits. */
  start(): void {
    if (this.#run) this.#patience.hurry();
    else this.#begin(0);
  }

  /** As `start()`; but what is on its way was asked for too early, and is asked for anew. */
  restart(): void {
    if (this.#loading) this.stop();
    this.start();
  }

  /** What was loaded has proved wrong: loads anew, after a wait that grows until something `held()`. */
  doubt(): void {
    if (this.#run) return;
    this.#doubts += 1;
    this.#begin(this.#doubts === 1 ? 0 : this.#patience.delayMs(this.#doubts - 2));
  }

  /** What was loaded has proved right. */
  held(): void {
    this.#doubts = 0;
  }

  /** Ends what is under way; it can be started again. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    this.#loading = false;
    this.#patience.wake();
  }

  #begin(inMs: number): void {
    this.#run = new AbortController();
    void this.#repeat(inMs, this.#run.signal);
  }

  async #repeat(inMs: number, signal: AbortSignal): Promise<void> {
    const { load, loaded, failed } = this.#events;
    if (inMs > 0) await this.#patience.wait(inMs);
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      this.#loading = true;
      const outcome = await outcomeOf(load(signal));
      if (signal.aborted) return;
      this.#loading = false;
      const over = !(outcome instanceof CablechatError && this.#mayHeal(outcome));
      if (over) this.#run = null;
      if (!(outcome instanceof CablechatError)) {
        this.#proven = true;
        return loaded(outcome);
      }
      const retryInMs = this.#patience.delayMs(attempt, outcome);
      failed(outcome, over ? null : retryInMs);
      // Whoever was told may have ended it.
      if (over || signal.aborted) return;
      await this.#patience.wait(retryInMs);
    }
  }

  /** At first, an answer that is none speaks of a wrong endpoint; later, of something in between. */
  #mayHeal(error: CablechatError): boolean {
    return error.retryable || (this.#proven && isUnclear(error));
  }
}
