import type { Message, ShownMessage } from "../core/message.ts";
import { compareMessages } from "../core/message-order.ts";

/** A message of the backend's, as it is shown. */
export type Row = Message & ShownMessage;

/** Whether a message has its place among those that stand above: below them it would come after later ones. */
export function isAmong(past: readonly Row[], message: Message): boolean {
  return past.some(
    (row) => row.conversation && row.conversation === message.conversation && compareMessages(message, row) <= 0,
  );
}

/** Nobody will hear how a reply goes on. */
export function brokenOff(row: Row): Row {
  return row.state === "streaming" ? { ...row, state: "failed" } : row;
}
