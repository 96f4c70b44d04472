import type { KeyValueStorage } from "../core/ports.ts";

/** What the browser denies (private modes, blocked site data) is kept for the life of the page instead. */
export function keyValueStorage(kind: "local" | "session" | "none"): KeyValueStorage {
  const memory = memoryOf(kind);
  return {
    get: (key) => attempt(kind, (storage) => storage.getItem(key)) ?? memory.get(key) ?? null,
    set: (key, value) => {
      const kept = attempt(kind, (storage) => {
        storage.setItem(key, value);
        return true;
      });
      // Not both: what another tab removes from the browser must not come back from here.
      if (kept) memory.delete(key);
      else memory.set(key, value);
    },
    remove: (key) => {
      memory.delete(key);
      attempt(kind, (storage) => storage.removeItem(key));
    },
  };
}

/** @returns `null` where the browser has no such storage, or denies it */
function attempt<T>(kind: string, what: (storage: Storage) => T): T | null {
  if (kind === "none") return null;
  try {
    // Some web views give `null` for what they deny.
    const storage = (kind === "local" ? globalThis.localStorage : globalThis.sessionStorage) as
      | Storage
      | null
      | undefined;
    return storage ? what(storage) : null;
  } catch (error) {
    // The named case: `SecurityError` on access, `QuotaExceededError` on writing.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

const memories = new Map<string, Map<string, string>>();

function memoryOf(kind: string): Map<string, string> {
  let memory = memories.get(kind);
  if (!memory) {
    memory = new Map();
    memories.set(kind, memory);
  }
  return memory;
}
