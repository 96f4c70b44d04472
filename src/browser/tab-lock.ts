import type { BrowserLock } from "../core/ports.ts";

const tails = new Map<string, Promise<unknown>>();

/**
 * One holder at a time for the whole browser, through Web Locks. Where there are none (plain HTTP), one at a time
 * for this page: sending is idempotent, so two tabs at once cost a request, not a message.
 */
export const tabLock: BrowserLock = {
  run(name, signal, task) {
    const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
    return locks ? (locks.request(name, { signal }, task) as ReturnType<typeof task>) : runInPage(name, signal, task);
  },
};

async function runInPage<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  const before = tails.get(name) ?? Promise.resolve();
  const turn = before.then(() => {
    signal.throwIfAborted();
    return task();
  });
  tails.set(
    name,
    turn.then(
      () => undefined,
      () => undefined,
    ),
  );
  return turn;
}
