import { IDBFactory } from "fake-indexeddb";
import { afterEach, vi } from "vitest";
import { tabLock } from "../../../src/browser/tab-lock.ts";
import type { BrowserLock } from "../../../src/core/ports.ts";
import { PageClock } from "../../simulation/page-clock.ts";
import { SeededRandom } from "../../simulation/seeded-random.ts";
import { SimBrowser } from "../../simulation/sim-browser.ts";
import { sharedLock } from "../../support/shared-lock.ts";
import { standInPage } from "../../support/stand-in-page.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { describeBrowserLock } from "./browser-lock.contract.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describeBrowserLock("tabLock, by leases", () => {
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("indexedDB", new IDBFactory());
  return () => tabLock;
});

/** No time passes, and whatever waits goes on at once. */
class HurriedClock extends VirtualClock {
  override setTimeout(callback: () => void): () => void {
    const id = setImmediate(callback);
    return () => clearImmediate(id);
  }
}

// One page's: among tabs whoever looks first is next.
describeBrowserLock("the simulated browser's leases", () => {
  const clock = new HurriedClock();
  const { leases } = new SimBrowser(clock, new SeededRandom(1), { storageDenied: false, leases: true });
  const lock = leases?.lock({ ...standInPage(), clock: new PageClock(clock) });
  return () => lock as BrowserLock;
});

describeBrowserLock("sharedLock", () => {
  const lock = sharedLock();
  return () => lock;
});

describeBrowserLock("the simulated browser's lock", () => {
  const browser = new SimBrowser(new VirtualClock(), new SeededRandom(1));
  return () => browser.lock(standInPage());
});
