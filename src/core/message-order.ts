/** What gives a message its place. */
export interface Placed {
  readonly id: string;
  readonly createdAt: string;
}

/**
 * The order of messages: `created_at`, then id, compared numerically where both are digits
 * (protocol/README.md, "What the client promises", 4).
 */
export function compareMessages(a: Placed, b: Placed): number {
  const [before, after] = [sortKey(a), sortKey(b)];
  return before < after ? -1 : Number(before > after);
}

/**
 * The moment to the nanosecond, since `Date` alone would cut it to milliseconds; then the id, numbers first:
 * 9 < 10 and "10" < "1f" < "9" would be a circle.
 */
function sortKey({ id, createdAt }: Placed): string {
  const fraction = /\.(\d+)/.exec(createdAt)?.[1] ?? "";
  const number = /^\d+$/.test(id) ? id.padStart(40, "0") : "x";
  return String(Date.parse(createdAt)).padStart(15, "0") + fraction.padEnd(9, "0") + number + id;
}
