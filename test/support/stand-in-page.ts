import type { StorageOwner } from "../simulation/sim-browser.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** A page of the simulated browser with no chat on it: it lives, and is never late. */
export function standInPage(): StorageOwner {
  return { alive: true, lastWritesSurvive: false, deliver: (what) => what(), meet: () => 0 };
}

/** Lets simulated time pass until `promise` is settled. */
export async function whilePassing<T>(clock: VirtualClock, promise: Promise<T>): Promise<T> {
  let settled = false;
  const done = () => {
    settled = true;
  };
  promise.then(done, done);
  await clock.runUntil(() => settled, 60_000);
  return promise;
}
