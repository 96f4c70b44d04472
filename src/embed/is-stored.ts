import { storageKey } from "../core/storage-key.ts";

/** Whether the visitor's browser keeps something of this webchat. A browser that denies storage keeps nothing. */
export function isStored(kind: "session" | "auto-open", session: boolean, endpoint: string, webchat: string): boolean {
  try {
    return (session ? sessionStorage : localStorage).getItem(storageKey(kind, endpoint, webchat)) !== null;
  } catch (error) {
    // The named case: blocked site data is a SecurityError.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
