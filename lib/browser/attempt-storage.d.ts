/**
 * Does `what` with the browser's storage of that kind.
 *
 * @param kind any other than `local` and `session` is no storage
 * @returns `undefined` where there is none, or the browser denies it (private modes, blocked site data, no space left)
 */
export declare function attemptStorage<T>(kind: string, what: (storage: Storage) => T): T | undefined;
