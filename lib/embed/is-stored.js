import { attemptStorage } from "../browser/attempt-storage.js";
import { storageKey } from "../core/storage-key.js";
/** Whether the visitor's browser keeps something of this webchat. A browser that denies storage keeps nothing. */
export function isStored(kind, session, endpoint, webchat) {
    const key = storageKey(kind, endpoint, webchat);
    return attemptStorage(session ? "session" : "local", (storage) => storage.getItem(key)) != null;
}
//# sourceMappingURL=is-stored.js.map