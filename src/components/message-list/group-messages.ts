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
  const times = messages.map(({ createdAt }) => new Date(createdAt ?? now));
  const opens = messages.map((message, index) => {
    const before = messages[index - 1];
    const time = times[index] as Date;
    const timeBefore = times[index - 1];
    if (before === undefined || timeBefore === undefined || !sameDay(time, timeBefore)) return true;
    return !sameAuthor(message, before) || time.getTime() - timeBefore.getTime() > GROUP_MS;
  });
  return messages.map((message, index) => {
    const time = times[index] as Date;
    const timeBefore = times[index - 1];
    const newDay = timeBefore === undefined || !sameDay(time, timeBefore);
    return {
      message,
      day: newDay ? formatDay(time, locale, now) : null,
      first: opens[index] ?? true,
      last: opens[index + 1] ?? true,
    };
  });
}

function sameAuthor({ author: a }: ShownMessage, { author: b }: ShownMessage): boolean {
  return a.type === b.type && (a.type === "visitor" || a.id === b.id);
}
