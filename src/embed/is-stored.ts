import { attemptStorage } from "../browser/attempt-storage.ts";
import { storageKey } from "../core/storage-key.ts";

/** Whether the visitor's browser keeps something of this webchat. A browser that denies storage keeps nothing. */
export function isStored(kind: "session" | "auto-open", session: boolean, endpoint: string, webchat: string): boolean {
  const key = storageKey(kind, endpoint, webchat);
  return attemptStorage(session ? "session" : "local", (storage) => storage.getItem(key)) != null;
}
