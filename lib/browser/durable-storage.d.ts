import type { RecordStorage } from "../core/ports.js";
/**
 * Records in IndexedDB, since files belong to them too. Rejects where the browser denies it, or it is full.
 * By hand: three calls are all that is needed, and a library for them costs every visitor half a kilobyte.
 */
export declare function durableStorage<T>(owner: string): RecordStorage<T>;
