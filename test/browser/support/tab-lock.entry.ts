import { tabLock } from "../../../src/browser/tab-lock.ts";

const never = new AbortController().signal;
let end: () => void = () => undefined;

/** What a test finds on the page's `window`. */
export interface TabLockScope {
  /** Resolves when this page holds the lock. */
  take(name: string): Promise<void>;
  give(): void;
}

const scope: TabLockScope = {
  take: (name) =>
    new Promise((held, failed) => {
      const until = () =>
        new Promise<void>((resolve) => {
          end = resolve;
          held();
        });
      tabLock.run(name, never, until).catch(failed);
    }),
  give: () => end(),
};

Object.assign(window, scope);
