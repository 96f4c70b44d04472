import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
import { Patience } from "../core/patience.js";
import { isUnclear } from "../core/unclear.js";
/** Loads the bootstrap, once at a time, again and again until it is here or can never be. */
export class BootstrapLoop {
    /** When what has failed is tried again, in milliseconds; `null` where it is not, or nothing has failed. */
    retryInMs = null;
    #events;
    #patience;
    #run = null;
    /** How often in a row what was loaded has proved wrong. */
    #doubts = 0;
    /** The endpoint is known to be right. */
    #proven = false;
    constructor(ports, events) {
        this.#events = events;
        this.#patience = new Patience(ports);
    }
    get running() {
        return !!this.#run;
    }
    /** Begins, or hurries the one that waits. */
    start() {
        if (this.#run)
            this.#patience.hurry();
        else
            void this.#repeat(this.#patience.heldMs);
    }
    /** As `start()`; but what is on its way was asked for too early, and is asked for anew. */
    restart() {
        this.stop();
        this.start();
    }
    /** What was loaded has proved wrong: loads anew, after a wait that grows until something `held()`. */
    doubt() {
        if (this.#run)
            return;
        this.#doubts += 1;
        void this.#repeat(this.#doubts === 1 ? this.#patience.heldMs : this.#patience.delayMs(this.#doubts - 2));
    }
    /** What was loaded has proved right. */
    held() {
        this.#doubts = 0;
    }
    /** Ends what is under way; it can be started again, and nothing is doubted then. */
    stop() {
        this.held();
        this.#run?.abort();
        this.#run = null;
        this.#patience.wake();
    }
    async #repeat(inMs) {
        const { load, loaded, failed } = this.#events;
        const run = new AbortController();
        const { signal } = run;
        this.#run = run;
        let waitMs = inMs;
        for (let attempt = 0;; attempt += 1) {
            if (waitMs > 0)
                await this.#patience.wait(waitMs);
            if (signal.aborted)
                return;
            const outcome = await outcomeOf(load(signal));
            if (signal.aborted)
                return;
            if (!(outcome instanceof CablechatError)) {
                this.#proven = true;
                this.#run = this.retryInMs = null;
                return loaded(outcome);
            }
            waitMs = this.#patience.delayMs(attempt, outcome);
            // At first, an answer that is none speaks of a wrong endpoint; later, of something in between.
            const over = !outcome.retryable && !(this.#proven && isUnclear(outcome));
            if (over)
                this.#run = null;
            this.retryInMs = over ? null : waitMs;
            failed(outcome);
            // Whoever was told may have ended it.
            if (over || signal.aborted)
                return;
        }
    }
}
//# sourceMappingURL=bootstrap-loop.js.map