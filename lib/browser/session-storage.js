import { attemptStorage } from "./attempt-storage.js";
/**
 * Chromium gives each tab's process a copy of `localStorage`, and brings it up to date a few milliseconds after a lock has
 * gone on to the next tab: of 200 times that three tabs wrote what they found missing under one lock, 22 went wrong.
 */
const SETTLE_MS = 100;
/** By kind and key. */
const memory = new Map();
/** What the browser denies (private modes, blocked site data) is kept for the life of the page instead. */
export function keyValueStorage(kind) {
    const attempt = (what) => attemptStorage(kind, what);
    return {
        get: (key) => attempt((storage) => storage.getItem(key)) ?? memory.get(kind + key) ?? null,
        set: (key, value) => {
            memory.set(kind + key, value);
            attempt((storage) => {
                storage.setItem(key, value);
                // Not both: what another tab removes from the browser must not come back from here.
                memory.delete(kind + key);
            });
        },
        remove: (key) => {
            memory.delete(kind + key);
            attempt((storage) => storage.removeItem(key));
        },
        settle: () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS)),
    };
}
//# sourceMappingURL=session-storage.js.map