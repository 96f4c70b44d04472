import { type BackoffOptions } from "./backoff.js";
import type { CablechatError } from "./errors.js";
import type { Clock, Random } from "./ports.js";
/** Waits between the tries of one thing: with full jitter, never less than the server asked for, until it is woken. */
export declare class Patience {
    #private;
    constructor(ports: {
        clock: Clock;
        random: Random;
    }, backoff?: BackoffOptions);
    /** How long the server's `Retry-After` still holds, in milliseconds; 0 where it does not. */
    get heldMs(): number;
    /**
     * How long to wait after a failure, in milliseconds.
     *
     * @param attempt how many tries had failed before this one
     * @param error of the request, where it was one that failed
     */
    delayMs(attempt: number, error?: CablechatError): number;
    /** Resolves after `delayMs`, or with `wake()`. */
    wait(delayMs: number): Promise<void>;
    /** There is reason to try again now; what the server asked for holds nevertheless. */
    hurry(): void;
    /** There is nothing to wait for any more. */
    wake(): void;
}
