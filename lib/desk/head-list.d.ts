import { type ConversationHead, type HeadsPage, type HeadsQuery } from "../core/conversation-head.js";
import { CablechatError } from "../core/errors.js";
import type { Clock, Random } from "../core/ports.js";
/** Which conversations the list shows. */
export interface HeadFilter {
    readonly status: "open" | "closed" | "all";
    /** Part of the visitor's name or email, or of a message; empty for all. */
    readonly query: string;
}
export interface HeadListOptions {
    list(query: HeadsQuery, signal: AbortSignal): Promise<HeadsPage>;
    clock: Clock;
    random: Random;
    changed(): void;
    failed(error: CablechatError): void;
}
/**
 * The conversations of a webchat, the latest first: fetched, kept current by what the cable brings, and fetched again
 * as far as they were loaded whenever something may have been missed.
 */
export declare class HeadList {
    #private;
    constructor(options: HeadListOptions);
    /** The latest first. The same array until something changes. */
    get heads(): readonly ConversationHead[];
    get filter(): HeadFilter;
    /** Whether an answer for the present filter has come. */
    get known(): boolean;
    /** Whether a fetch is under way: until it ends, something may be missing. */
    get refreshing(): boolean;
    get hasMore(): boolean;
    get loadingMore(): boolean;
    byId(id: string): ConversationHead | null;
    /** Something may have been missed: asks now; while a fetch is under way, once more after it. */
    refresh(): void;
    setFilter(filter: HeadFilter): void;
    /** Loads the next page. After a failure, calling again tries again. */
    loadMore(): Promise<void>;
    /** The cable has brought a head. */
    live(head: ConversationHead): void;
    stop(): void;
}
