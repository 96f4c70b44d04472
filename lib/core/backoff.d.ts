export interface BackoffOptions {
    /** The ceiling of the first delay, in milliseconds. */
    baseMs: number;
    /** No delay is longer, in milliseconds. */
    maxMs: number;
}
/**
 * Exponential backoff with full jitter: uniform in [0, min(max, base · 2^attempt)), in milliseconds.
 * Full jitter, because a deploy drops every client in the same instant and they must not come back in one.
 *
 * @param attempt how many tries have already failed; 0 for the first delay
 * @param fraction uniform in [0, 1)
 */
export declare function backoffMs(attempt: number, fraction: number, { baseMs, maxMs }: BackoffOptions): number;
