/** A typing state is cleared after so long without a renewal (protocol/README.md, "The cable", `typing`). */
const EXPIRY_MS = 10_000;
/** Renewed well before it expires. */
const RENEWAL_MS = 4_000;
/** Who is typing right now on the other side, and telling it of one's own. */
export class Typing {
    /** A new array at each change. */
    authors = [];
    #clock;
    #events;
    #expiries = new Map();
    /** When the other side is to be told again; 0 while it is told of nothing. */
    #renewAt = 0;
    constructor(clock, events) {
        this.#clock = clock;
        this.#events = events;
    }
    /** The other side has begun, goes on, or has stopped. */
    heard(author, started) {
        const keyOf = ({ type, id }) => type + id;
        const key = keyOf(author);
        const cancel = this.#expiries.get(key);
        if (!cancel && !started)
            return;
        cancel?.();
        this.#expiries.delete(key);
        this.authors = this.authors.filter((each) => keyOf(each) !== key);
        if (started) {
            const expire = () => this.heard(author, false);
            this.#expiries.set(key, this.#clock.setTimeout(expire, EXPIRY_MS));
            this.authors = [...this.authors, author];
        }
        this.#events.changed();
    }
    /** A key was pressed on this side. */
    typed() {
        const now = this.#clock.now();
        if (now < this.#renewAt)
            return;
        this.#renewAt = now + RENEWAL_MS;
        this.#events.tell("started");
    }
    /** What was being written is sent, or left. */
    stop() {
        if (this.#renewAt === 0)
            return;
        this.#renewAt = 0;
        this.#events.tell("stopped");
    }
    /** Nobody is typing any more, on neither side. */
    clear() {
        this.stop();
        for (const author of this.authors)
            this.heard(author, false);
    }
}
//# sourceMappingURL=typing.js.map