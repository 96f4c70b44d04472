import { underLease } from "./lease.js";
/** Done when the last of those who asked for the name is. */
const tails = new Map();
/**
 * One holder at a time for the whole browser, through Web Locks. Where there are none (plain HTTP), through leases.
 * Where site data is denied, one at a time for this page: sending is idempotent, so two tabs at once cost a request,
 * not a message.
 */
export const tabLock = {
    async run(name, signal, task) {
        let granted = false;
        try {
            return await (globalThis.navigator?.locks ?? pageLocks).request(name, { signal }, () => {
                granted = true;
                return task();
            });
        }
        catch (error) {
            // The named case: a browser that denies storage to a site denies it locks too.
            if (granted || !(error instanceof DOMException && error.name === "SecurityError"))
                throw error;
            signal.throwIfAborted();
            return pageLocks.request(name, { signal }, task);
        }
    },
};
const pageLocks = {
    request(name, { signal }, task) {
        const turn = Promise.resolve(tails.get(name)).then(() => {
            signal.throwIfAborted();
            return underLease(name, signal, task);
        });
        tails.set(name, Promise.allSettled([turn]));
        // Whoever gives up waiting is told at once; its turn passes by itself.
        const aborted = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        return Promise.race([turn, aborted]);
    },
};
//# sourceMappingURL=tab-lock.js.map