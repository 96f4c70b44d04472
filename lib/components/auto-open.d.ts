import type { Clock } from "../core/ports.js";
import type { Settings } from "./settings.js";
/**
 * Opens when its time has come, as often as it may.
 *
 * @returns a function that cancels it
 */
export declare function scheduleAutoOpen({ endpoint, webchat, autoOpenSeconds, autoOpenOnce }: Settings, clock: Pick<Clock, "setTimeout">, open: () => void): () => void;
