import type { BrowserLock, Clock, Random } from "./ports.js";
/** A tab that has died without a word holds its lease for so long at most. */
export declare const LEASE_MS = 5000;
/** As it is written down. */
export interface Lease {
    readonly holder: string;
    /** Wall-clock milliseconds: the one clock that all tabs have. */
    readonly until: number;
}
export interface LeasePorts {
    readonly clock: Pick<Clock, "wallNow" | "setTimeout">;
    readonly random: Pick<Random, "uuid">;
    /**
     * Reads the lease of that name, and writes down what `decide` gives unless it is `null`: in one step for the whole browser,
     * or two tabs could both find it free. Rejects where storage is denied or full.
     */
    update(name: string, decide: (held: Lease | undefined) => Lease | null): Promise<unknown>;
}
/**
 * One holder at a time through leases: one after another in this page, and in turn with other tabs. A tab whose timers are
 * held back, or whose machine's clock is set, may lose its lease while its task runs.
 */
export declare function leaseLock({ clock, random, update }: LeasePorts): BrowserLock;
