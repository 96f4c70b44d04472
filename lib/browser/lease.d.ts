/**
 * Runs `task` while nobody else in the browser who asks for the name does, where there are no Web Locks. Where site data is
 * denied, tabs do not wait for each other: sending is idempotent, so two at once cost a request, not a message.
 *
 * Through a record in IndexedDB, since a transaction there is one step for all tabs, and `localStorage` is read and
 * written in two.
 *
 * @throws what `signal` was aborted with, at once, unless `task` runs already; what `task` throws
 */
export declare const underLease: <T>(name: string, signal: AbortSignal, task: () => Promise<T>) => Promise<T>;
