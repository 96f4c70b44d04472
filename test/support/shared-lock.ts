import type { BrowserLock } from "../../src/core/ports.ts";

/** The locks of one browser in memory: first come, first served. */
export function sharedLock(): BrowserLock {
  const tails = new Map<string, Promise<unknown>>();
  return {
    async run(name, signal, task) {
      const turn = (tails.get(name) ?? Promise.resolve()).then(() => {
        signal.throwIfAborted();
        return task();
      });
      tails.set(name, Promise.allSettled([turn]));
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
      return Promise.race([turn, aborted]);
    },
  };
}
