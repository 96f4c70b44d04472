import { backoffMs } from "../core/backoff.ts";
import type { CablechatError, CablechatErrorCode } from "../core/errors.ts";

export type SendVerdict = { readonly retry: true; readonly inMs: number } | { readonly retry: false };

const BACKOFF = { baseMs: 1_000, maxMs: 30_000 };
/** A page of a captive portal, or an answer cut short: the message may well go through on the next try. */
const UNCLEAR: readonly CablechatErrorCode[] = ["not_json", "invalid_response"];

/**
 * Whether a failed send is tried again, and when: what may heal is, for ever, with full jitter and never before
 * `Retry-After`; what the server refuses is not. Trying again is safe, since sending is idempotent by client id.
 *
 * @param attempt how many tries have failed before this one
 */
export function sendVerdict(error: CablechatError, attempt: number, fraction: number): SendVerdict {
  if (!error.retryable && !UNCLEAR.includes(error.code)) return { retry: false };
  return { retry: true, inMs: Math.max(backoffMs(attempt, fraction, BACKOFF), error.retryAfterMs ?? 0) };
}
