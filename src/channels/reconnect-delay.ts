import { backoffMs } from "../core/backoff.ts";

export interface ReconnectOptions {
  /** The ceiling of the first delay, in milliseconds. @default 1000 */
  reconnectDelayMs?: number | undefined;
  /** No delay is longer, in milliseconds. @default 30000 */
  maxReconnectDelayMs?: number | undefined;
}

export const MAX_RECONNECT_DELAY_MS = 30_000;
/** Who is looking at an open chat comes back first: the ceiling of the very first delay. */
const FOREGROUND_FIRST_MS = 250;
/** … and of every later one; below 5 s, so that being back within 5 s of the server's return includes the handshake. */
const FOREGROUND_MAX_MS = 4_500;

/**
 * With full jitter, in milliseconds.
 *
 * @param attempt how many attempts have failed since the last one that held
 * @param fraction uniform in [0, 1)
 * @param foreground whether somebody looks at an open chat
 */
export function reconnectDelayMs(
  { reconnectDelayMs: baseMs = 1_000, maxReconnectDelayMs = MAX_RECONNECT_DELAY_MS }: ReconnectOptions,
  attempt: number,
  fraction: number,
  foreground: boolean,
): number {
  const ceilingMs = attempt === 0 ? FOREGROUND_FIRST_MS : FOREGROUND_MAX_MS;
  const maxMs = foreground ? Math.min(ceilingMs, maxReconnectDelayMs) : maxReconnectDelayMs;
  return backoffMs(attempt, fraction, { baseMs, maxMs });
}
