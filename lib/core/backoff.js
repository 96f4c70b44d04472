/**
 * Exponential backoff with full jitter: uniform in [0, min(max, base · 2^attempt)), in milliseconds.
 * Full jitter, because a deploy drops every client in the same instant and they must not come back in one.
 *
 * @param attempt how many tries have already failed; 0 for the first delay
 * @param fraction uniform in [0, 1)
 */
export function backoffMs(attempt, fraction, { baseMs, maxMs }) {
    const ceiling = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
    return Math.floor(fraction * ceiling);
}
//# sourceMappingURL=backoff.js.map