/**
 * Does `what` with the browser's storage of that kind.
 *
 * @param kind any other than `local` and `session` is no storage
 * @returns `undefined` where there is none, or the browser denies it (private modes, blocked site data, no space left)
 */
export function attemptStorage(kind, what) {
    try {
        // Some web views give `null` for what they deny.
        const storage = globalThis[`${kind}Storage`];
        return storage ? what(storage) : undefined;
    }
    catch (error) {
        // The named case: `SecurityError` on access, `QuotaExceededError` on writing.
        if (error instanceof DOMException)
            return undefined;
        throw error;
    }
}
//# sourceMappingURL=attempt-storage.js.map