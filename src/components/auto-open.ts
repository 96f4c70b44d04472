import { keyValueStorage } from "../browser/session-storage.ts";
import type { Clock, KeyValueStorage } from "../core/ports.ts";
import { storageKey } from "../core/storage-key.ts";
import type { Settings } from "./settings.ts";

type AutoOpenSettings = Pick<Settings, "endpoint" | "webchat" | "autoOpenSeconds" | "autoOpenOnce">;

/** Whether the chat should still open by itself: it is asked to, and has not done so as often as it may. */
export function opensByItself(settings: AutoOpenSettings): boolean {
  if (settings.autoOpenSeconds === null) return false;
  return settings.autoOpenOnce === null || memoryOf(settings).get(keyOf(settings)) === null;
}

/** Opens when its time has come. @returns a function that cancels it */
export function scheduleAutoOpen(
  settings: AutoOpenSettings,
  clock: Pick<Clock, "setTimeout">,
  open: () => void,
): () => void {
  if (!opensByItself(settings)) return () => undefined;
  return clock.setTimeout(
    () => {
      if (settings.autoOpenOnce !== null) memoryOf(settings).set(keyOf(settings), "1");
      open();
    },
    (settings.autoOpenSeconds ?? 0) * 1000,
  );
}

function memoryOf({ autoOpenOnce }: AutoOpenSettings): KeyValueStorage {
  return keyValueStorage(autoOpenOnce === "visitor" ? "local" : "session");
}

function keyOf({ endpoint, webchat }: AutoOpenSettings): string {
  return storageKey("auto-open", endpoint, webchat);
}
