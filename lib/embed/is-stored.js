import { storageKey } from "../core/storage-key.js";
/** Whether the visitor's browser keeps something of this webchat. A browser that denies storage keeps nothing. */
export function isStored(kind, session, endpoint, webchat) {
    try {
        return (session ? sessionStorage : localStorage).getItem(storageKey(kind, endpoint, webchat)) !== null;
    }
    catch (error) {
        // The named case: blocked site data is a SecurityError.
        if (error instanceof DOMException)
            return false;
        throw error;
    }
}
//# sourceMappingURL=is-stored.js.map