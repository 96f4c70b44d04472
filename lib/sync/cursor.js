import { compareMessages } from "../core/message-order.js";
/**
 * How far one conversation is known without a gap: the last message and the revision to ask from.
 * Moves over what is contiguous only (protocol/README.md, "What the client promises", 3 and 6).
 */
export class Cursor {
    #revision;
    #last;
    #owed = true;
    /** Revisions that were rendered, but lie beyond a gap. */
    #ahead = new Set();
    /** What was streaming when last heard of. */
    #streaming = new Map();
    /** @param revision `null` where the backend knows none; 0 for a conversation nothing is known of */
    constructor(revision, messages = []) {
        this.#revision = revision;
        this.#last = null;
        this.#moveLast(messages);
    }
    get revision() {
        return this.#revision;
    }
    /** Whether a catch-up is owed: since the last drop, none has come to its end. */
    get owed() {
        return this.#owed;
    }
    /** Whether something rendered lies beyond a gap. */
    get hasHole() {
        return this.#ahead.size > 0;
    }
    /** Where to ask from. */
    get query() {
        return { afterId: this.#last?.id ?? null, revision: this.#revision };
    }
    /** A drop: whatever is broadcast until the next catch-up has ended may have been missed. */
    owe() {
        this.#owed = true;
    }
    /** A durable frame has come. @returns whether something before it is missing, and no catch-up is owed anyway */
    live(revision) {
        if (revision === null || this.#revision === null || revision <= this.#revision)
            return false;
        this.#ahead.add(revision);
        if (!this.#owed)
            this.#absorb();
        return !this.#owed && this.#ahead.has(revision);
    }
    /** A page of a catch-up has been applied. */
    page(page) {
        this.#moveLast(page.messages);
        if (page.revision === null) {
            if (this.#revision === 0)
                this.#revision = null;
            return;
        }
        this.#revision = Math.max(this.#revision ?? 0, page.revision);
        for (const revision of this.#ahead)
            if (revision <= this.#revision)
                this.#ahead.delete(revision);
    }
    /** The last page has been applied: nothing is owed any more. */
    settle() {
        this.#owed = false;
        this.#absorb();
    }
    #absorb() {
        while (this.#revision !== null && this.#ahead.delete(this.#revision + 1))
            this.#revision += 1;
    }
    /** Never past a message still streaming, on whichever page it stood: without revisions, its end could not be asked for. */
    #moveLast(messages) {
        for (const message of messages) {
            if (message.state === "streaming")
                this.#streaming.set(message.id, message);
            else
                this.#streaming.delete(message.id);
        }
        const [first] = [...this.#streaming.values()].sort(compareMessages);
        for (const message of messages) {
            if (first && compareMessages(message, first) >= 0)
                continue;
            if (!this.#last || compareMessages(message, this.#last) > 0)
                this.#last = message;
        }
    }
}
//# sourceMappingURL=cursor.js.map