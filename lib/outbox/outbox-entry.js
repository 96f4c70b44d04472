export function compareEntries(a, b) {
    return a.order[0] - b.order[0] || a.order[1] - b.order[1];
}
/** The place after all `entries`, also when the wall clock has jumped back since they were written. */
export function orderAfter(entries, wallNow) {
    const [ms, count] = [...entries].sort(compareEntries).at(-1)?.order ?? [0, 0];
    return wallNow > ms ? [wallNow, 0] : [ms, count + 1];
}
//# sourceMappingURL=outbox-entry.js.map