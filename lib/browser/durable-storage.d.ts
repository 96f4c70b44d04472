import type { RecordStorage } from "../core/ports.js";
/**
 * Records in IndexedDB, since files belong to them too. Rejects where the browser denies it, or it is full.
 * By hand: four calls are all that is needed, and a library for them costs every visitor half a kilobyte.
 */
export declare function durableStorage<T>(owner: string): RecordStorage<T>;
/**
 * Resolves when the transaction is complete: before that, what was written may still be lost. Opened for each call,
 * since a browser may close a connection that is kept, and one that is kept makes its owner's clean-up wait.
 */
export declare function within<R>(mode: IDBTransactionMode, call: (records: IDBObjectStore) => IDBRequest): Promise<R>;
