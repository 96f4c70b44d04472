import type { Random } from "../core/ports.js";
export declare const browserRandom: Random;
