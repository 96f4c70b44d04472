import type { CablechatError } from "../core/errors.ts";
import { isUnclear } from "../core/unclear.ts";

/** Between tries, for ever: full jitter, and never before `Retry-After`. */
export const RETRY = { baseMs: 1_000, maxMs: 30_000 };

/**
 * Whether a failed send is tried again: what may heal is, what the server refuses is not.
 * Trying again is safe, since sending is idempotent by client id.
 */
export function mayHeal(error: CablechatError): boolean {
  return error.retryable || isUnclear(error);
}
