import { isOlderHead } from "../core/conversation-head.js";
import { CablechatError } from "../core/errors.js";
import { compareMessages } from "../core/message-order.js";
import { outcomeOf } from "../core/outcome.js";
import { Patience } from "../core/patience.js";
const RETRY = { baseMs: 500, maxMs: 15_000 };
/**
 * The conversations of a webchat, the latest first: fetched, kept current by what the cable brings, and fetched again
 * as far as they were loaded whenever something may have been missed.
 */
export class HeadList {
    #options;
    #patience;
    #heads = new Map();
    /** What the cable has brought since the present fetch began: newer than its answer may be. */
    #live = new Map();
    #filter = { status: "open", query: "" };
    #life = new AbortController();
    /** The fetch under way. */
    #run = null;
    #again = false;
    /** The last conversation of the last page, in the server's order. */
    #end = null;
    #hasMore = false;
    #known = false;
    #loadingMore = false;
    #snapshot = null;
    constructor(options) {
        this.#options = options;
        this.#patience = new Patience(options, RETRY);
    }
    /** The latest first. The same array until something changes. */
    get heads() {
        this.#snapshot ??= [...this.#heads.values()].sort(compareHeads);
        return this.#snapshot;
    }
    get filter() {
        return this.#filter;
    }
    /** Whether an answer for the present filter has come. */
    get known() {
        return this.#known;
    }
    /** Whether a fetch is under way: until it ends, something may be missing. */
    get refreshing() {
        return this.#run !== null;
    }
    get hasMore() {
        return this.#hasMore;
    }
    get loadingMore() {
        return this.#loadingMore;
    }
    byId(id) {
        return this.#heads.get(id) ?? null;
    }
    /** Something may have been missed: asks now; while a fetch is under way, once more after it. */
    refresh() {
        if (this.#run) {
            this.#again = true;
            this.#patience.wake();
        }
        else
            void this.#fetchUntilDone();
    }
    setFilter(filter) {
        if (filter.status === this.#filter.status && filter.query === this.#filter.query)
            return;
        this.stop();
        this.#filter = filter;
        this.#heads.clear();
        this.#known = this.#hasMore = false;
        this.#end = this.#snapshot = null;
        void this.#fetchUntilDone();
    }
    /** Loads the next page. After a failure, calling again tries again. */
    async loadMore() {
        if (!this.#hasMore || this.#loadingMore || this.#run)
            return;
        const { list, changed, failed } = this.#options;
        const filter = this.#filter;
        this.#loadingMore = true;
        changed();
        const page = await outcomeOf(list(this.#query(this.#end), this.#life.signal));
        this.#loadingMore = false;
        if (page instanceof CablechatError)
            failed(page);
        // What was asked for another filter, or is overtaken by a refresh, says nothing of this list's end.
        else if (filter === this.#filter && !this.#run)
            this.#append(page);
        changed();
    }
    /** The cable has brought a head. */
    live(head) {
        if (this.#run)
            this.#live.set(head.conversation.id, head);
        this.#merge(head);
        this.#options.changed();
    }
    stop() {
        this.#life.abort();
        this.#life = new AbortController();
        this.#run = null;
        this.#again = false;
        this.#live.clear();
        this.#patience.wake();
    }
    async #fetchUntilDone() {
        const { failed, changed } = this.#options;
        const run = this.#life.signal;
        this.#run = run;
        changed();
        for (let attempt = 0;; attempt += 1) {
            this.#again = false;
            this.#live.clear();
            const outcome = await outcomeOf(this.#fetch(run));
            if (run.aborted)
                return;
            if (!(outcome instanceof CablechatError)) {
                this.#replace(outcome);
                if (!this.#again)
                    break;
                attempt = -1;
                continue;
            }
            failed(outcome);
            if (run.aborted)
                return;
            if (!outcome.retryable)
                break;
            await this.#patience.wait(this.#patience.delayMs(attempt, outcome));
            if (run.aborted)
                return;
        }
        this.#run = null;
        changed();
    }
    /** As many pages as were loaded before, so that a refresh does not shorten the list. */
    async #fetch(signal) {
        const heads = [];
        const wanted = this.#heads.size;
        let before = null;
        for (;;) {
            const page = await this.#options.list(this.#query(before), signal);
            heads.push(...page.heads);
            before = page.heads.at(-1)?.conversation.id ?? null;
            const hasMore = page.hasMore && before !== null;
            if (!hasMore || heads.length >= wanted)
                return { heads, hasMore };
        }
    }
    #query(before) {
        const { status, query } = this.#filter;
        return { status: status === "all" ? null : status, query, before };
    }
    #replace({ heads, hasMore }) {
        this.#heads.clear();
        this.#end = null;
        this.#append({ heads, hasMore });
        this.#known = true;
        for (const head of this.#live.values())
            this.#merge(head);
    }
    #append({ heads, hasMore }) {
        for (const head of heads)
            this.#put(head);
        this.#end = heads.at(-1)?.conversation.id ?? this.#end;
        this.#hasMore = hasMore;
        this.#snapshot = null;
    }
    #merge(head) {
        const { id, status } = head.conversation;
        const known = this.#heads.get(id);
        if (known && isOlderHead(head, known))
            return;
        if (this.#filter.status !== "all" && status !== this.#filter.status) {
            this.#heads.delete(id);
            this.#snapshot = null;
            return;
        }
        // Only the server can search: among its answers a conversation is kept current, but none is added.
        if (known || this.#filter.query === "")
            this.#put(head);
    }
    #put(head) {
        this.#heads.set(head.conversation.id, head);
        this.#snapshot = null;
    }
}
function compareHeads(a, b) {
    const placed = ({ conversation, activeAt }) => ({
        id: conversation.id,
        createdAt: activeAt ?? "1970-01-01T00:00:00Z",
    });
    return compareMessages(placed(b), placed(a));
}
//# sourceMappingURL=head-list.js.map