/**
 * Events typed by a map of name to payload.
 * A listener that throws is reported and stops nobody else.
 */
export class Emitter {
    /** Entries rather than functions, so that the same one given twice counts twice. */
    #entries = new Set();
    #reportError;
    constructor(reportError) {
        this.#reportError = reportError;
    }
    on(name, listener) {
        const entry = { name, listener };
        this.#entries.add(entry);
        return () => void this.#entries.delete(entry);
    }
    emit(name, payload) {
        for (const entry of [...this.#entries]) {
            // An earlier listener may have ended this one.
            if (entry.name !== name || !this.#entries.has(entry))
                continue;
            try {
                entry.listener(payload);
            }
            catch (error) {
                // The named case: a host page's listener failed. Its fault must not become the chat's.
                this.#reportError(error);
            }
        }
    }
    /** How many listen. */
    get size() {
        return this.#entries.size;
    }
    clear() {
        this.#entries.clear();
    }
}
//# sourceMappingURL=emitter.js.map