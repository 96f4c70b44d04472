import { CablechatError, type CablechatErrorCode } from "./errors.js";
/** Nothing has come of a request, for whatever reason of the network's: it may heal. */
export declare function unanswered(code: CablechatErrorCode, cause: unknown): CablechatError;
