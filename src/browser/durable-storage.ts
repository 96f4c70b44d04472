import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import type { RecordStorage } from "../core/ports.ts";

let shared: UseStore | null = null;

/** Records in IndexedDB, since files belong to them too. Rejects where the browser denies it, or it is full. */
export function durableStorage<T>(prefix: string): RecordStorage<T> {
  const keyOf = (key: string) => `${prefix}:${key}`;
  return {
    async all() {
      const kept = await entries<string, T>(records());
      return kept.filter(([key]) => key.startsWith(keyOf(""))).map(([, record]) => record);
    },
    put: async (key, record) => set(keyOf(key), record, records()),
    remove: async (key) => del(keyOf(key), records()),
  };
}

/** Opened when first needed: a visitor who never writes has no storage. */
function records(): UseStore {
  shared ??= createStore("cablechat", "records");
  return shared;
}
