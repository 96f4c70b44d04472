import type { BrowserLock } from "../core/ports.ts";

/** Done when the last of those who asked for the name is. */
const tails = new Map<string, Promise<void>>();

/**
 * One holder at a time for the whole browser, through Web Locks. Where there are none (plain HTTP, site data denied),
 * one at a time for this page: sending is idempotent, so two tabs at once cost a request, not a message.
 */
export const tabLock: BrowserLock = {
  async run(name, signal, task) {
    const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
    if (!locks) return runInPage(name, signal, task);
    let granted = false;
    const holder = () => {
      granted = true;
      return task();
    };
    try {
      return (await locks.request(name, { signal }, holder)) as Awaited<ReturnType<typeof task>>;
    } catch (error) {
      // The named case: a browser that denies storage to a site denies it locks too.
      if (granted || !(error instanceof DOMException && error.name === "SecurityError")) throw error;
      return runInPage(name, signal, task);
    }
  },
};

async function runInPage<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
  const before = tails.get(name) ?? Promise.resolve();
  let release: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  tails.set(
    name,
    before.then(() => done),
  );
  try {
    await unlessAborted(before, signal);
    return await task();
  } finally {
    release();
  }
}

function unlessAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    void turn.then(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
  });
}
