import type { Clock } from "../core/ports.js";
export declare const browserClock: Clock;
