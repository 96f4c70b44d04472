import { CablechatError } from "../core/errors.js";
import type { MessagesAPI } from "../core/messages-api.js";
import type { Clock, Random } from "../core/ports.js";
import type { MessagesPage } from "../core/webchat.js";
import type { Cursor } from "./cursor.js";
export type CatchUpReason = "confirmed" | "polling" | "look" | "hole" | "gap" | "unreadable" | "visible" | "interval";
type Missing = "hole" | "gap" | "unreadable";
export interface CatchUpEvents {
    /** How a run goes; `error` with `failed`. */
    told(phase: "started" | "done" | "failed" | "aborted", reason: CatchUpReason, error?: CablechatError): void;
    /** A page is here, to be merged into the store. @returns false to give the run up: the page is not of this conversation */
    page(page: MessagesPage, reason: CatchUpReason): boolean;
    /** The backend does not know the place asked from: only a new bootstrap helps. */
    lostCursor(): void;
}
export interface CatchUpOptions {
    api: Pick<MessagesAPI, "list">;
    cursor: Cursor;
    /** The chunk of a stream that has waited longest for its turn; `undefined` where none waits. */
    gap: () => unknown;
    clock: Clock;
    random: Random;
    events: CatchUpEvents;
}
/**
 * When to ask, and until when: page by page from the cursor, never before the confirmation of the present socket
 * (but where there is none to be had), at most one run at a time, retried while that socket lives, ended by its drop.
 */
export declare class CatchUp {
    #private;
    constructor(options: CatchUpOptions);
    /** The subscription is confirmed: what was missed is asked for now, and looked at once more a little later. */
    attach(): void;
    /** No subscription is to be had: asked for now, and from now on whenever it is requested. */
    poll(reason?: "polling" | "confirmed"): void;
    /** The socket is gone. */
    detach(): void;
    /** Asks now; while a run is under way, once more after it. Without a confirmed subscription the next one will ask. */
    request(reason: CatchUpReason): void;
    /** Something is missing: stragglers get a moment, then a catch-up fills the hole. */
    requestSoon(reason: Missing): void;
}
export {};
