import { IDBFactory } from "fake-indexeddb";
import { afterEach, vi } from "vitest";
import { tabLock } from "../../../src/browser/tab-lock.ts";
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

describeBrowserLock("sharedLock", () => {
  const lock = sharedLock();
  return () => lock;
});

describeBrowserLock("the simulated browser's lock", () => {
  const browser = new SimBrowser(new VirtualClock());
  return () => browser.lock(standInPage());
});
