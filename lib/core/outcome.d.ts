import { CablechatError } from "./errors.js";
/**
 * What a call came to: its result, or the `CablechatError` it failed with. Any other error is a fault of ours and is
 * thrown on, to be seen.
 */
export declare function outcomeOf<T>(call: Promise<T>): Promise<T | CablechatError>;
