/** A tab that has died without a word holds its lease for so long at most. */
export const LEASE_MS = 5_000;
const RENEWAL_MS = 1_000;
const POLL_MS = 250;
/**
 * One holder at a time through leases: one after another in this page, and in turn with other tabs. A tab whose timers are
 * held back, or whose machine's clock is set, may lose its lease while its task runs.
 */
export function leaseLock({ clock, random, update }) {
    /** Done when the last of those in this page who asked for the name is. */
    const tails = new Map();
    /** Writes a lease for so long down, unless another's holds. @returns whether it stands */
    async function hold(name, holder, ms) {
        let stands = true;
        try {
            await update(name, (held) => {
                const leftMs = held && held.holder !== holder ? held.until - clock.wallNow() : 0;
                // Longer than any lease: the machine's clock has been set back since.
                stands = leftMs <= 0 || leftMs > LEASE_MS;
                return stands ? { holder, until: clock.wallNow() + ms } : null;
            });
        }
        catch {
            // The named case: storage is denied or full. The page's own queue is all there is then.
            return true;
        }
        return stands;
    }
    /** Nothing of it is left once `signal` is aborted. @throws what it was aborted with */
    async function pause(signal) {
        signal.throwIfAborted();
        await new Promise((resolve, reject) => {
            const giveUp = () => {
                cancel();
                reject(signal.reason);
            };
            const cancel = clock.setTimeout(() => {
                signal.removeEventListener("abort", giveUp);
                resolve();
            }, POLL_MS);
            signal.addEventListener("abort", giveUp);
        });
    }
    async function amongTabs(name, signal, task) {
        const holder = random.uuid();
        while (!(await hold(name, holder, LEASE_MS)))
            await pause(signal);
        let cancel = () => undefined;
        const renewLater = () => {
            cancel = clock.setTimeout(() => {
                void hold(name, holder, LEASE_MS);
                renewLater();
            }, RENEWAL_MS);
        };
        renewLater();
        try {
            // Given up while it was written down.
            signal.throwIfAborted();
            return await task();
        }
        finally {
            cancel();
            await hold(name, holder, 0);
        }
    }
    return {
        run: (name, signal, task) => new Promise((resolve, reject) => {
            if (signal.aborted)
                return reject(signal.reason);
            // Whoever gives up waiting is told at once; its turn passes by itself.
            const giveUp = () => reject(signal.reason);
            signal.addEventListener("abort", giveUp);
            const turn = Promise.resolve(tails.get(name)).then(() => {
                signal.throwIfAborted();
                return amongTabs(name, signal, () => {
                    signal.removeEventListener("abort", giveUp);
                    return task();
                });
            });
            tails.set(name, Promise.allSettled([turn]));
            turn.then(resolve, reject);
        }),
    };
}
//# sourceMappingURL=lease-lock.js.map