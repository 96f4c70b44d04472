import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { RecordStorage } from "../core/ports.ts";

let shared: UseStore | null = null;

/** Records in IndexedDB, since files belong to them too. Rejects where the browser denies it, or it is full. */
export function durableStorage<T>(owner: string): RecordStorage<T> {
  return {
    async all() {
      const kept = await entries<[owner: string, key: string], T>(records());
      return kept.filter(([[of]]) => of === owner).map(([, record]) => record);
    },
    // A pair rather than one text: no owner's name can be the beginning of another's.
    put: async (key, record) => set([owner, key], record, records()),
    remove: async (key) => del([owner, key], records()),
  };
}

/** Opened when first needed: a visitor who never writes has no storage. */
function records(): UseStore {
  shared ??= createStore("cablechat", "records");
  return shared;
}
