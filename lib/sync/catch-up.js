import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
import { Patience } from "../core/patience.js";
/** Two server processes may broadcast out of order: a hole of a few hundred milliseconds is normal. */
const HOLE_WAIT_MS = 300;
const HOLE_WAIT_MAX_MS = 30_000;
/** A second subscriber in one server process may be confirmed before its stream is attached (docs/backends.md). */
const LOOK_AGAIN_MS = 2_000;
const RETRY = { baseMs: 500, maxMs: 15_000 };
/**
 * When to ask, and until when: page by page from the cursor, never before the confirmation of the present socket
 * (but where there is none to be had), at most one run at a time, retried while that socket lives, ended by its drop.
 */
export class CatchUp {
    #options;
    #patience;
    /** Present from a confirmation to the drop, or while it is polled; ends everything that was started in between. */
    #attached = null;
    #running = null;
    #again = null;
    /** Why to ask when the wait for stragglers is over. */
    #soon = null;
    /** How many runs in a row have left a hole. */
    #fruitless = 0;
    constructor(options) {
        this.#options = options;
        this.#patience = new Patience(options, RETRY);
    }
    /** The subscription is confirmed: what was missed is asked for now, and looked at once more a little later. */
    attach() {
        if (this.#attached)
            return;
        this.poll("confirmed");
        this.#later(LOOK_AGAIN_MS, () => this.request("look"));
    }
    /** No subscription is to be had: asked for now, and from now on whenever it is requested. */
    poll(reason = "polling") {
        this.#attached ??= new AbortController();
        this.request(reason);
    }
    /** The socket is gone. */
    detach() {
        this.#options.cursor.owe();
        this.#attached?.abort();
        this.#attached = this.#again = this.#soon = null;
        this.#fruitless = 0;
        this.#patience.wake();
    }
    /** Asks now; while a run is under way, once more after it. Without a confirmed subscription the next one will ask. */
    request(reason) {
        if (!this.#attached)
            return;
        if (this.#running) {
            this.#again ??= reason;
            // Somebody, or the network, has come back.
            if (reason === "visible")
                this.#patience.hurry();
        }
        else
            void this.#run(reason, this.#attached.signal);
    }
    /** Something is missing: stragglers get a moment, then a catch-up fills the hole. */
    requestSoon(reason) {
        // A hole that was asked for in vain waits longer than anything else may.
        const known = this.#soon === reason || this.#soon === "unreadable" || (this.#soon && reason === "hole");
        if (!this.#attached || known)
            return;
        this.#soon = reason;
        const before = this.#missing;
        const doublings = reason === "hole" ? Math.max(this.#fruitless - 1, 0) : 0;
        this.#later(Math.min(HOLE_WAIT_MS * 2 ** doublings, HOLE_WAIT_MAX_MS), () => {
            if (this.#soon !== reason)
                return;
            this.#soon = null;
            const missing = this.#missing;
            // Stragglers close a hole and a gap; what could not be read has to be asked for.
            if (reason === "unreadable" || missing === before)
                this.request(reason);
            else if (missing !== undefined) {
                // One was closed and another is open, which gets a moment of its own.
                this.#fruitless = 0;
                this.requestSoon(this.#options.gap() ? "gap" : "hole");
            }
        });
    }
    /** What stragglers may still bring: whether a moment later it is the same. */
    get #missing() {
        const { cursor, gap } = this.#options;
        return gap() ?? (cursor.hasHole ? cursor.revision : undefined);
    }
    /** While the socket lives. */
    #later(delayMs, what) {
        const signal = this.#attached?.signal;
        if (!signal)
            return;
        const cancel = this.#options.clock.setTimeout(() => {
            // It may live for days.
            signal.removeEventListener("abort", cancel);
            what();
        }, delayMs);
        signal.addEventListener("abort", cancel);
    }
    async #run(reason, signal) {
        const { events, cursor } = this.#options;
        this.#running = reason;
        events.told("started", reason);
        let done = false;
        for (let attempt = 0; !signal.aborted; attempt += 1) {
            const error = await outcomeOf(this.#pages(reason, signal));
            done = !error && !signal.aborted;
            if (!error || signal.aborted)
                break;
            events.told("failed", reason, error);
            if (error.code === "unknown_cursor") {
                this.#running = null;
                return events.lostCursor();
            }
            // Whoever was told may have ended it all.
            if (!signal.aborted)
                await this.#patience.wait(this.#patience.delayMs(attempt, error));
        }
        this.#running = null;
        events.told(done ? "done" : "aborted", reason);
        // What came live meanwhile may lie beyond a gap of its own. A backend whose answers lag behind its frames is asked
        // ever more slowly.
        this.#fruitless = done && cursor.hasHole ? this.#fruitless + 1 : 0;
        if (this.#fruitless > 0)
            this.requestSoon("hole");
        // A new socket may have been confirmed while this run was still ending; its request waits too.
        const again = this.#again;
        this.#again = null;
        if (again)
            this.request(again);
    }
    async #pages(reason, signal) {
        const { api, cursor, events } = this.#options;
        for (let position = cursor.query; position;) {
            const page = await api.list(position, signal);
            if (signal.aborted || !events.page(page, reason))
                return;
            cursor.page(page);
            position = page.hasMore ? following(position, page) : null;
        }
        cursor.settle();
    }
}
/** Where the next page begins. Beyond a streaming message too, unlike the cursor itself. */
function following({ afterId, revision }, page) {
    const next = { afterId: page.messages.at(-1)?.id ?? afterId ?? null, revision: page.revision };
    if (page.revision === null ? next.afterId !== afterId : page.revision > (revision ?? -1))
        return next;
    throw new CablechatError("invalid_response", "Same page.");
}
//# sourceMappingURL=catch-up.js.map