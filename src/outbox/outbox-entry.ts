import type { CablechatError } from "../core/errors.ts";
import type { OutgoingMessage } from "../core/webchat.ts";

/** A message that is owed to the backend, as it is kept across reloads. */
export interface OutboxEntry {
  readonly message: OutgoingMessage;
  /** Its place: wall-clock milliseconds, then a counter for what was written within one. */
  readonly order: readonly [number, number];
  /** Present where it failed for good and waits for "retry" or "delete". */
  readonly failure: { readonly code: string; readonly text: string } | null;
}

export function compareEntries(a: OutboxEntry, b: OutboxEntry): number {
  return a.order[0] - b.order[0] || a.order[1] - b.order[1];
}

export function failed(entry: OutboxEntry, error: CablechatError): OutboxEntry {
  return { ...entry, failure: { code: error.code, text: error.message } };
}

export function requeued(entry: OutboxEntry): OutboxEntry {
  return { ...entry, failure: null };
}
