import { CablechatError, type CablechatErrorCode } from "./errors.ts";

/** Nothing has come of a request, for whatever reason of the network's: it may heal. */
export function unanswered(code: CablechatErrorCode, cause: unknown): CablechatError {
  return new CablechatError(code, `No answer (${code}).`, { retryable: true, cause });
}
