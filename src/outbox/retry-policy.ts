import type { CablechatError, CablechatErrorCode } from "../core/errors.ts";

/** Between tries, for ever: full jitter, and never before `Retry-After`. */
export const RETRY = { baseMs: 1_000, maxMs: 30_000 };

/** A page of a captive portal, or an answer cut short: the message may well go through on the next try. */
const UNCLEAR: readonly CablechatErrorCode[] = ["not_json", "invalid_response"];

/**
 * Whether a failed send is tried again: what may heal is, what the server refuses is not.
 * Trying again is safe, since sending is idempotent by client id.
 */
export function mayHeal({ code, retryable }: CablechatError): boolean {
  return retryable || UNCLEAR.includes(code);
}
