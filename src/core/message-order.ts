const DIGITS = /^\d+$/;

/** What gives a message its place. */
export interface Placed {
  readonly id: string;
  readonly createdAt: string;
}

/**
 * The order of messages: `created_at`, then id, compared numerically where both are digits
 * (protocol/README.md, "What the client promises", 4).
 *
 * Times are compared to the microsecond: `Date` alone would cut them to milliseconds.
 */
export function compareMessages(a: Placed, b: Placed): number {
  if (a.createdAt !== b.createdAt) {
    const byTime = Date.parse(a.createdAt) - Date.parse(b.createdAt) || fraction(a.createdAt) - fraction(b.createdAt);
    if (byTime !== 0) return byTime;
  }
  return compareIds(a.id, b.id);
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  const [numberA, numberB] = [a, b].map((id) => (DIGITS.test(id) ? BigInt(id) : null));
  if (numberA != null && numberB != null && numberA !== numberB) return numberA < numberB ? -1 : 1;
  // Numbers first: 9 < 10 and "10" < "1f" < "9" would be a circle.
  if ((numberA === null) !== (numberB === null)) return numberA === null ? 1 : -1;
  return a < b ? -1 : 1;
}

/** The digits after the seconds' point, as a number below one. */
function fraction(time: string): number {
  return Number(`0${/\.\d+/.exec(time)?.[0] ?? ""}`);
}
