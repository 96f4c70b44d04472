import type { MessageStore } from "../../src/store/message-store.ts";

/** The ids of what a store shows, in order; `null` for what is pending. */
export function shownIds({ messages }: MessageStore): (string | null)[] {
  return messages.map(({ id }) => id);
}
