import { CablechatError } from "../core/errors.js";
import type { Clock, Random } from "../core/ports.js";
import type { Bootstrap } from "../core/webchat.js";
export interface BootstrapLoopEvents {
    load(signal: AbortSignal): Promise<Bootstrap>;
    loaded(bootstrap: Bootstrap): void;
    /** Where `retryInMs` is `null` only a change of the page or the backend can help. */
    failed(error: CablechatError): void;
}
/** Loads the bootstrap, once at a time, again and again until it is here or can never be. */
export declare class BootstrapLoop {
    #private;
    /** When what has failed is tried again, in milliseconds; `null` where it is not, or nothing has failed. */
    retryInMs: number | null;
    constructor(ports: {
        clock: Clock;
        random: Random;
    }, events: BootstrapLoopEvents);
    get running(): boolean;
    /** Begins, or hurries the one that waits. */
    start(): void;
    /** As `start()`; but what is on its way was asked for too early, and is asked for anew. */
    restart(): void;
    /** What was loaded has proved wrong: loads anew, after a wait that grows until something `held()`. */
    doubt(): void;
    /** What was loaded has proved right. */
    held(): void;
    /** Ends what is under way; it can be started again, and nothing is doubted then. */
    stop(): void;
}
