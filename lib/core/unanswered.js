import { CablechatError } from "./errors.js";
/** Nothing has come of a request, for whatever reason of the network's: it may heal. */
export function unanswered(code, cause) {
    return new CablechatError(code, `No answer (${code}).`, { retryable: true, cause });
}
//# sourceMappingURL=unanswered.js.map