import type { CableSocket, Ports } from "../core/ports.js";
/** The cable's URL, or a function giving it at each attempt (tokens that expire). */
export type CableUrl = string | (() => string | Promise<string>);
export interface CableLineEvents {
    /** The server has said welcome. */
    opened(): void;
    /** Another one is wanted. `wordless`: the server did not say so, nor did the network; what else is open over it may be as dead. */
    lost(wordless: boolean): void;
    /** Another one would fare no better. */
    refused(reason: string): void;
}
/** One attempt and its socket: a generation. */
export interface CableLine {
    /** `null` until there is a URL. */
    socket: CableSocket | null;
    open(url: CableUrl): void;
    /** Looks now instead of at the next tick, e.g. because somebody has come back to the page. */
    check(): void;
    /** Runs `what` after `delayMs`, if the line still lives. */
    later(delayMs: number, what: () => void): void;
    ifLive<Args extends unknown[]>(what: (...args: Args) => void): (...args: Args) => void;
    /** What it would still say is ignored. */
    end(): void;
}
/** Looks after everything that can be wrong with a socket. Whoever is told of it calls `end()`. */
export declare function newLine({ clock, consumer, warn }: Ports, events: CableLineEvents): CableLine;
