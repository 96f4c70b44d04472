import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, vi } from "vitest";
import { durableStorage } from "../../../src/browser/durable-storage.ts";
import type { RecordStorage } from "../../../src/core/ports.ts";
import type { OutboxEntry } from "../../../src/outbox/outbox-entry.ts";
import { SeededRandom } from "../../simulation/seeded-random.ts";
import { SimBrowser } from "../../simulation/sim-browser.ts";
import { RecordStore } from "../../support/record-store.ts";
import { standInPage, whilePassing } from "../../support/stand-in-page.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { describeRecordStorage, type Note } from "./record-storage.contract.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describeRecordStorage("durableStorage", () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
  return () => durableStorage("one");
});

describeRecordStorage("RecordStore", () => {
  const store = new RecordStore<Note>();
  return () => store;
});

describeRecordStorage("the simulated browser's storage", () => {
  const clock = new VirtualClock();
  const browser = new SimBrowser(clock, new SeededRandom(1));
  return () => {
    // It does not look at what it keeps.
    const storage = browser.recordStorage(standInPage()) as unknown as RecordStorage<OutboxEntry | Note>;
    return {
      all: () => whilePassing(clock, storage.all() as Promise<Note[]>),
      put: (key, note) => whilePassing(clock, storage.put(key, note)),
      remove: (key) => whilePassing(clock, storage.remove(key)),
      clear: () => whilePassing(clock, storage.clear()),
    };
  };
});
