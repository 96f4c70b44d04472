/**
 * One holder at a time for the whole browser, through Web Locks. Where there are none (plain HTTP, site data denied),
 * through leases, which few browsers need and which are fetched where one does.
 */
export const tabLock = {
    async run(name, signal, task) {
        let granted = false;
        try {
            const { locks } = globalThis.navigator ?? {};
            if (locks) {
                return await locks.request(name, { signal }, () => {
                    granted = true;
                    return task();
                });
            }
        }
        catch (error) {
            // The named case: a browser that denies storage to a site denies it locks too.
            if (granted || !(error instanceof DOMException && error.name === "SecurityError"))
                throw error;
        }
        const lease = await import("./lease.js").catch(() => null);
        // The named case: it does not load. Sending is idempotent: two tabs at once cost a request, not a message.
        return lease ? lease.underLease(name, signal, task) : task();
    },
};
//# sourceMappingURL=tab-lock.js.map