import { backoffMs } from "./backoff.js";
/** Waits between the tries of one thing: with full jitter, never less than the server asked for, until it is woken. */
export class Patience {
    #ports;
    #backoff;
    #notBefore = 0;
    #cancel = null;
    #end = null;
    constructor(ports, backoff = { baseMs: 1_000, maxMs: 30_000 }) {
        this.#ports = ports;
        this.#backoff = backoff;
    }
    /** How long the server's `Retry-After` still holds, in milliseconds; 0 where it does not. */
    get heldMs() {
        return Math.max(this.#notBefore - this.#ports.clock.now(), 0);
    }
    /**
     * How long to wait after a failure, in milliseconds.
     *
     * @param attempt how many tries had failed before this one
     * @param error of the request, where it was one that failed
     */
    delayMs(attempt, error) {
        const { clock, random } = this.#ports;
        this.#notBefore = Math.max(this.#notBefore, clock.now() + (error?.retryAfterMs ?? 0));
        return Math.max(backoffMs(attempt, random.fraction(), this.#backoff), this.heldMs);
    }
    /** Resolves after `delayMs`, or with `wake()`. */
    wait(delayMs) {
        return new Promise((resolve) => {
            this.#end = resolve;
            this.#sleep(delayMs);
        });
    }
    /** There is reason to try again now; what the server asked for holds nevertheless. */
    hurry() {
        if (this.heldMs === 0)
            this.wake();
        else if (this.#end)
            this.#sleep(this.heldMs);
    }
    /** There is nothing to wait for any more. */
    wake() {
        this.#cancel?.();
        this.#end?.();
        this.#end = null;
    }
    #sleep(delayMs) {
        this.#cancel?.();
        this.#cancel = this.#ports.clock.setTimeout(() => this.wake(), delayMs);
    }
}
//# sourceMappingURL=patience.js.map