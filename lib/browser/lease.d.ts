/** A tab that has died without a word holds its lease for so long at most. */
export declare const LEASE_MS = 5000;
/**
 * Runs `task` while no other tab that asks does, where there are no Web Locks. Through a record in IndexedDB, since a
 * transaction there is one step for all tabs, and `localStorage` is read and written in two. A hidden tab whose timers
 * are held back may lose its lease while `task` runs; and where the browser denies storage, nobody is waited for.
 */
export declare function underLease<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T>;
