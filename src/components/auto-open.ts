import { keyValueStorage } from "../browser/session-storage.ts";
import type { Clock } from "../core/ports.ts";
import { storageKey } from "../core/storage-key.ts";
import type { Settings } from "./settings.ts";

/**
 * Opens when its time has come, as often as it may.
 *
 * @returns a function that cancels it
 */
export function scheduleAutoOpen(
  { endpoint, webchat, autoOpenSeconds, autoOpenOnce }: Settings,
  clock: Pick<Clock, "setTimeout">,
  open: () => void,
): () => void {
  const key = storageKey("auto-open", endpoint, webchat);
  const memory = keyValueStorage(autoOpenOnce === null ? "none" : autoOpenOnce === "visitor" ? "local" : "session");
  if (autoOpenSeconds === null || (autoOpenOnce && memory.get(key))) return () => undefined;
  return clock.setTimeout(() => {
    if (autoOpenOnce) memory.set(key, "1");
    open();
  }, autoOpenSeconds * 1000);
}
