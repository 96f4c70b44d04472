import type { BrowserLock } from "../../src/core/ports.ts";

/** The locks of one browser in memory: first come, first served. */
export function sharedLock(): BrowserLock {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (name, signal, task) =>
      new Promise((resolve, reject) => {
        const giveUp = () => reject(signal.reason);
        signal.addEventListener("abort", giveUp, { once: true });
        const turn = (tails.get(name) ?? Promise.resolve()).then(() => {
          signal.throwIfAborted();
          signal.removeEventListener("abort", giveUp);
          return task();
        });
        tails.set(name, Promise.allSettled([turn]));
        turn.then(resolve, reject);
      }),
  };
}
