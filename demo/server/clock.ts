/** Wall-clock time, injected so that tests can turn it back. */
export interface Clock {
  /** Milliseconds since the epoch. May jump either way. */
  nowMs(): number;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

/** Microseconds since the epoch as RFC 3339 in UTC with six fractional digits. */
export function timestamp(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds - milliseconds * 1000).padStart(3, "0");
  return new Date(milliseconds).toISOString().replace("Z", `${rest}Z`);
}
