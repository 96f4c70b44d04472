import type { KeyValueStorage } from "../core/ports.ts";

/** What the browser denies (private modes, blocked site data) is kept for the life of the page instead. */
export function keyValueStorage(kind: "local" | "session" | "none"): KeyValueStorage {
  const memory = memoryOf(kind);
  const attempt = <T>(what: (storage: Storage) => T, fallback: () => T): T => {
    if (kind === "none") return fallback();
    try {
      return what(kind === "local" ? localStorage : sessionStorage);
    } catch (error) {
      // The named case: `SecurityError` on access, `QuotaExceededError` on writing.
      if (error instanceof DOMException || error instanceof ReferenceError) return fallback();
      throw error;
    }
  };
  return {
    get: (key) =>
      attempt(
        (storage) => storage.getItem(key),
        () => null,
      ) ??
      memory.get(key) ??
      null,
    set: (key, value) => {
      memory.set(key, value);
      attempt(
        (storage) => storage.setItem(key, value),
        () => undefined,
      );
    },
    remove: (key) => {
      memory.delete(key);
      attempt(
        (storage) => storage.removeItem(key),
        () => undefined,
      );
    },
  };
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
