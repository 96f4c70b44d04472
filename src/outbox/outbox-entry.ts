import type { Message } from "../core/message.ts";
import type { OutgoingMessage } from "../core/webchat.ts";

/** A message that is owed to the backend, as it is kept across reloads. */
export interface OutboxEntry {
  readonly message: OutgoingMessage;
  /** Its place: wall-clock milliseconds, then a counter for what was written within one. */
  readonly order: readonly [number, number];
  /** Present where it failed for good and waits for "retry" or "delete". */
  readonly failure: { readonly code: string; readonly text: string } | null;
  /** Present where the backend is known to have it already; never stored. */
  readonly answer?: Message;
}

export function compareEntries(a: OutboxEntry, b: OutboxEntry): number {
  return a.order[0] - b.order[0] || a.order[1] - b.order[1];
}

/** The place after all `entries`, also when the wall clock has jumped back since they were written. */
export function orderAfter(entries: readonly OutboxEntry[], wallNow: number): OutboxEntry["order"] {
  const [ms, count] = [...entries].sort(compareEntries).at(-1)?.order ?? [0, 0];
  return wallNow > ms ? [wallNow, 0] : [ms, count + 1];
}
