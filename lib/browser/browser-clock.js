export const browserClock = {
    now: () => performance.now(),
    wallNow: () => Date.now(),
    setTimeout: (callback, delayMs) => {
        const id = setTimeout(callback, delayMs);
        return () => clearTimeout(id);
    },
};
//# sourceMappingURL=browser-clock.js.map