/** A tab that has died without a word holds its lease for so long at most. */
export declare const LEASE_MS = 5000;
/**
 * Runs `task` while nobody else in the browser who asks for the name does, where there are no Web Locks: one after
 * another in this page, and in turn with other tabs. Where site data is denied, tabs do not wait for each other: sending
 * is idempotent, so two at once cost a request, not a message.
 *
 * @throws what `signal` was aborted with, at once; what `task` throws
 */
export declare function underLease<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
