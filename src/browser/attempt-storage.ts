/**
 * Does `what` with the browser's storage of that kind.
 *
 * @param kind any other than `local` and `session` is no storage
 * @returns `undefined` where there is none, or the browser denies it (private modes, blocked site data, no space left)
 */
export function attemptStorage<T>(kind: string, what: (storage: Storage) => T): T | undefined {
  try {
    // Some web views give `null` for what they deny.
    const storage = (globalThis as unknown as Record<string, Storage | null | undefined>)[`${kind}Storage`];
    return storage ? what(storage) : undefined;
  } catch (error) {
    // The named case: `SecurityError` on access, `QuotaExceededError` on writing.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
