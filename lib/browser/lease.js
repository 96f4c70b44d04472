import { browserRandom } from "./browser-random.js";
import { within } from "./durable-storage.js";
/** A tab that has died without a word holds its lease for so long at most. */
export const LEASE_MS = 5_000;
const RENEWAL_MS = 1_000;
const POLL_MS = 250;
/** Done when the last of those in this page who asked for the name is. */
const tails = new Map();
/**
 * Runs `task` while nobody else in the browser who asks for the name does, where there are no Web Locks: one after
 * another in this page, and in turn with other tabs. Where site data is denied, tabs do not wait for each other: sending
 * is idempotent, so two at once cost a request, not a message.
 *
 * @throws what `signal` was aborted with, at once; what `task` throws
 */
export function underLease(name, signal, task) {
    if (signal.aborted)
        return Promise.reject(signal.reason);
    const turn = Promise.resolve(tails.get(name)).then(() => {
        signal.throwIfAborted();
        return amongTabs(name, signal, task);
    });
    tails.set(name, Promise.allSettled([turn]));
    // Whoever gives up waiting is told at once; its turn passes by itself.
    const aborted = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    return Promise.race([turn, aborted]);
}
/**
 * Through a record in IndexedDB, since a transaction there is one step for all tabs, and `localStorage` is read and
 * written in two. A hidden tab whose timers are held back may lose its lease while `task` runs.
 */
async function amongTabs(name, signal, task) {
    const holder = browserRandom.uuid();
    const hold = (ms) => claim(name, { holder, until: Date.now() + ms });
    while (!(await hold(LEASE_MS))) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        signal.throwIfAborted();
    }
    const renewal = setInterval(() => void hold(LEASE_MS), RENEWAL_MS);
    try {
        return await task();
    }
    finally {
        clearInterval(renewal);
        await hold(0);
    }
}
/** Writes `lease` down, unless another's holds. @returns whether it stands */
async function claim(name, lease) {
    const key = ["lease", name];
    let stands = true;
    try {
        await within("readwrite", (records) => {
            const reading = records.get(key);
            reading.onsuccess = () => {
                const held = reading.result;
                const leftMs = held && held.holder !== lease.holder ? held.until - Date.now() : 0;
                // Longer than any lease: the machine's clock has been set back since.
                stands = leftMs <= 0 || leftMs > LEASE_MS;
                if (stands)
                    records.put(lease, key);
            };
            return reading;
        });
    }
    catch {
        // The named case: storage is denied or full. The page's own queue is all there is then.
        return true;
    }
    return stands;
}
//# sourceMappingURL=lease.js.map