import { compareMessages } from "../core/message-order.js";
import { isHeld } from "./early-delta.js";
import { mergeMessage } from "./merge-message.js";
import { brokenOff, notBelow } from "./past-messages.js";
import { shownPending } from "./pending-message.js";
/** What is known of the messages: each once (by id, by client id), in order; those being sent stand last. */
export class MessageStore {
    /** What history is asked from; `null` where all is known. What comes live from before it has no place yet. */
    oldest = null;
    #own;
    #rows = [];
    #byId = new Map();
    /** The last word on messages whose place is in history that is not loaded: a page of it may be older than that. */
    #aside = new Map();
    /** What others have sent comes without a client id; nobody asks for that. */
    #idByClientId = new Map();
    #pending = new Map();
    /** Whether somebody here wants a reply stopped, by id; also while everything is loaded anew. */
    #stopping = new Map();
    /** Chunks that came before their turn, as two server processes may broadcast them; in the order they came. */
    #early = [];
    /** Of conversations that cannot be read any more; a contact's can, once the page has said again who the visitor is. */
    #past = [];
    #snapshot = null;
    /** @param own whose messages are "sent" rather than "received" */
    constructor(own) {
        this.#own = own;
    }
    /** In the order shown. The same array until something changes. */
    get messages() {
        if (!this.#snapshot) {
            const shown = [...this.#rows, ...this.#pending.values()];
            // Some of it may be sent again; of some it was not said where it is.
            const isBack = (past) => shown.some(({ key, id }) => past.key === key || past.id === id);
            this.#snapshot = [...this.#past.filter((past) => !isBack(past)), ...shown];
        }
        return this.#snapshot;
    }
    /** Whether the backend has messages before the first one known. */
    get hasMoreBefore() {
        return !!this.oldest;
    }
    /** The last one the backend knows. */
    get last() {
        return this.#rows.at(-1);
    }
    /** The chunk that has waited longest for one before it; `undefined` where none waits. */
    get gap() {
        return this.#early[0];
    }
    byId(id) {
        return this.#byId.get(id) ?? null;
    }
    byClientId(clientId) {
        const id = this.#idByClientId.get(clientId);
        return id === undefined ? (this.#pending.get(clientId) ?? null) : this.byId(id);
    }
    /** @returns whether it is new, has changed what was known, or brought nothing */
    upsert(incoming) {
        this.removePending(incoming.clientId);
        this.#idByClientId.set(incoming.clientId, incoming.id);
        const row = this.#byId.get(incoming.id);
        if (!row) {
            if (this.#past.some(notBelow(incoming)) || this.#isInUnloadedHistory(incoming)) {
                this.#aside.set(incoming.id, incoming);
                return "unchanged";
            }
            this.#put(incoming);
            this.#takeEarly();
            const known = this.#aside.get(incoming.id);
            if (known)
                this.upsert(known);
            return "inserted";
        }
        const merged = mergeMessage(row, incoming);
        // Once known it stays known: a broadcast, or what is left of a deleted message, may come without it.
        const clientId = row.clientId ?? incoming.clientId;
        if (merged === row && row.clientId === clientId)
            return "unchanged";
        this.#put({ ...merged, clientId }, row);
        this.#takeEarly();
        return "changed";
    }
    /**
     * Takes up a page of history, oldest first. What was known from before a gap goes: it comes again with its neighbours.
     *
     * @param hasMore whether the backend has messages before these
     */
    prepend(messages, hasMore) {
        const [first = this.oldest] = messages;
        this.oldest = null;
        for (const message of messages) {
            this.takeBack(message.conversation);
            this.upsert(message);
        }
        if (!hasMore || !first)
            return;
        this.oldest = first;
        for (const { id } of this.#rows.splice(0, this.#placeOf(first)))
            this.#byId.delete(id);
        this.#snapshot = null;
    }
    /** Appends a chunk of a streaming message (protocol/README.md, "The cable", `message.delta`). */
    applyDelta(delta) {
        const { id, chunk, text } = delta;
        const row = this.#byId.get(id);
        const held = row?.chunk ?? 0;
        if (row && (row.state !== "streaming" || chunk < held))
            return "duplicate";
        if (!row || chunk > held) {
            if (isHeld(delta, this.#early))
                this.#early.push(delta);
            return "early";
        }
        this.#put({ ...row, body: row.body + text, chunk: chunk + 1 }, row);
        this.#takeEarly();
        return "applied";
    }
    /** Shows a message that is being sent, or has failed. One the backend already has is left alone. */
    putPending(pending) {
        if (this.#idByClientId.has(pending.clientId))
            return;
        this.#snapshot = null;
        this.#pending.set(pending.clientId, shownPending(pending, this.#own));
    }
    /** Whether somebody here wants a reply stopped whose end is not known. */
    isStopping(id) {
        return this.#byId.get(id)?.stopping ?? this.#stopping.get(id);
    }
    /** Somebody here wants a reply stopped, or does not any more. It is forgotten with the reply's end. */
    setStopping(id, stopping) {
        const row = this.#byId.get(id);
        this.#stopping.set(id, stopping);
        if (row)
            this.#put(row, row);
    }
    removePending(clientId) {
        if (this.#pending.delete(clientId))
            this.#snapshot = null;
    }
    /** Forgets what the backend said; what is on its way out stays. */
    clearReceived() {
        this.#rows.length = 0;
        this.#byId.clear();
        this.#aside.clear();
        this.#idByClientId.clear();
        this.#early = [];
        this.oldest = null;
        this.#snapshot = null;
    }
    /** What is shown stays, above all that comes; but nothing of it is known any more. */
    setAside() {
        const shown = this.messages.filter(({ id }) => id);
        // Nobody asks for an end any more.
        this.#stopping.clear();
        this.#past = shown.map(brokenOff);
        this.clearReceived();
    }
    /** Whether a message stands above, of a conversation that cannot be read any more. */
    isPast(message) {
        return this.#past.some(({ id }) => id === message.id);
    }
    /** Shows a message of a conversation that cannot be read any more above all that comes, once, in its place. */
    putPast(message) {
        this.removePending(message.clientId);
        if (this.isPast(message))
            return;
        // At the end where none is later: -1 is the greatest of all places then.
        this.#past.splice(this.#past.findIndex(notBelow(message)) >>> 0, 0, this.#rowOf(message));
        this.#snapshot = null;
    }
    /** The conversation can be read again: what stands above of it comes with its neighbours now, or as history. */
    takeBack(conversation) {
        this.#past = this.#past.filter((row) => !conversation || row.conversation !== conversation);
        this.#snapshot = null;
    }
    clear() {
        this.setAside();
        this.#past = [];
        this.#pending.clear();
    }
    /** An old message was changed: shown now, it would stand beside messages that are not its neighbours. */
    #isInUnloadedHistory(message) {
        const { oldest } = this;
        // Another conversation's times say nothing: the server's clock may have jumped back in between.
        if (!oldest || (message.conversation ?? oldest.conversation) !== oldest.conversation)
            return false;
        return compareMessages(message, oldest) < 0;
    }
    /** Something has moved: what fits now is appended, what was overtaken goes, the rest waits on. */
    #takeEarly() {
        for (const delta of this.#early.splice(0))
            this.applyDelta(delta);
    }
    #rowOf(message, key = message.clientId ?? message.id) {
        return {
            ...message,
            key,
            delivery: message.author.type === this.#own ? "sent" : null,
            error: null,
            stopping: message.state === "streaming" && !!this.#stopping.get(message.id),
        };
    }
    #put(message, before) {
        if (before)
            this.#rows.splice(this.#placeOf(before), 1);
        const row = this.#rowOf(message, before?.key);
        this.#rows.splice(this.#placeOf(row), 0, row);
        this.#byId.set(row.id, row);
        this.#snapshot = null;
    }
    #placeOf(message) {
        let low = 0;
        let high = this.#rows.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (compareMessages(this.#rows[middle], message) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
//# sourceMappingURL=message-store.js.map