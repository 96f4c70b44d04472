import type { ConnectionStatus } from "../../core/connection-status.js";
import type { Clock } from "../../core/ports.js";
import type { ControllerHost } from "../widget-element.js";
/** Trouble shorter than this is not worth a word: most drops are over before anybody has noticed. */
export declare const BANNER_DELAY_MS = 1000;
/**
 * Decides when the connection's trouble has lasted long enough to be told.
 *
 * @returns what gives the status to tell of, while there is something to say
 */
export declare function createBannerController(host: ControllerHost, clock: Pick<Clock, "setTimeout">, status: () => ConnectionStatus | undefined): () => ConnectionStatus["state"] | undefined;
