import { leaseLock } from "../core/lease-lock.js";
import { browserClock } from "./browser-clock.js";
import { browserRandom } from "./browser-random.js";
import { within } from "./durable-storage.js";
/**
 * Runs `task` while nobody else in the browser who asks for the name does, where there are no Web Locks. Where site data is
 * denied, tabs do not wait for each other: sending is idempotent, so two at once cost a request, not a message.
 *
 * Through a record in IndexedDB, since a transaction there is one step for all tabs, and `localStorage` is read and
 * written in two.
 *
 * @throws what `signal` was aborted with, at once, unless `task` runs already; what `task` throws
 */
export const { run: underLease } = leaseLock({
    clock: browserClock,
    random: browserRandom,
    update: (name, decide) => within("readwrite", (records) => {
        const key = ["lease", name];
        const reading = records.get(key);
        reading.onsuccess = () => {
            const lease = decide(reading.result);
            if (lease)
                records.put(lease, key);
        };
        return reading;
    }),
});
//# sourceMappingURL=lease.js.map