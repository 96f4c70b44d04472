/**
 * Records in IndexedDB, since files belong to them too. Rejects where the browser denies it, or it is full.
 * By hand: four calls are all that is needed, and a library for them costs every visitor half a kilobyte.
 */
export function durableStorage(owner) {
    // A pair rather than one text: no owner's name can be the beginning of another's. An array comes after every text.
    const every = () => IDBKeyRange.bound([owner], [owner, []]);
    return {
        all: () => within("readonly", (records) => records.getAll(every())),
        put: (key, record) => within("readwrite", (records) => records.put(record, [owner, key])),
        remove: (key) => within("readwrite", (records) => records.delete([owner, key])),
        clear: () => within("readwrite", (records) => records.delete(every())),
    };
}
/**
 * Resolves when the transaction is complete: before that, what was written may still be lost. Opened for each call,
 * since a browser may close a connection that is kept, and one that is kept makes its owner's clean-up wait.
 */
export async function within(mode, call) {
    const opening = indexedDB.open("cablechat");
    opening.onupgradeneeded = () => opening.result.createObjectStore("records");
    await new Promise((resolve, reject) => {
        opening.onsuccess = resolve;
        opening.onerror = () => reject(opening.error);
    });
    const transaction = opening.result.transaction("records", mode);
    const request = call(transaction.objectStore("records"));
    opening.result.close();
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = () => reject(transaction.error);
    });
}
//# sourceMappingURL=durable-storage.js.map