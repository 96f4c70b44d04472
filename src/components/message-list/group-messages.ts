import type { ShownMessage } from "../../core/message.ts";
import { formatDay, sameDay } from "./format-time.ts";

/** A message and what its place in the list adds to it. */
export interface Row {
  readonly message: ShownMessage;
  /** The day that begins with it, in words; `null` in the middle of one. */
  readonly day: string | null;
  /** Whether it opens, and whether it ends, what one author says in one go. */
  readonly first: boolean;
  readonly last: boolean;
}

const GROUP_MS = 5 * 60_000;

/**
 * Groups a list by day, and by author within five minutes.
 * A message without a time is being sent: it is of now.
 *
 * @param now wall-clock milliseconds
 */
export function groupMessages(messages: readonly ShownMessage[], locale: string, now: number): Row[] {
  let before: { time: Date; message: ShownMessage } | undefined;
  const rows = messages.map((message) => {
    const time = new Date(message.createdAt ?? now);
    const newDay = !before || !sameDay(time, before.time);
    const first = newDay || !before || !sameAuthor(message, before.message) || +time - +before.time > GROUP_MS;
    before = { time, message };
    return { message, day: newDay ? formatDay(time, locale, now) : null, first };
  });
  return rows.map((row, index) => ({ ...row, last: rows[index + 1]?.first ?? true }));
}

function sameAuthor({ author: a }: ShownMessage, { author: b }: ShownMessage): boolean {
  return a.type === b.type && (a.type === "visitor" || a.id === b.id);
}
