import type { Clock } from "./ports.ts";

/** Resolves after `delayMs`, or at once when `signal` aborts; the caller looks at the signal. */
export function delay(clock: Clock, delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      cancel();
      signal.removeEventListener("abort", done);
      resolve();
    };
    const cancel = clock.setTimeout(done, delayMs);
    signal.addEventListener("abort", done, { once: true });
  });
}
