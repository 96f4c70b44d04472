import type { Message, ShownMessage } from "../core/message.ts";
import { compareMessages } from "../core/message-order.ts";

/** A message of the backend's, as it is shown. */
export type Row = Message & ShownMessage;

/** Tells, of those that stand above, which a message must not come below: itself, and what is later in its conversation. */
export function notBelow(message: Message): (row: Row) => unknown {
  return (row) => row.conversation && row.conversation === message.conversation && compareMessages(message, row) <= 0;
}

/** Nobody will hear how a reply goes on. */
export function brokenOff(row: Row): Row {
  return row.state === "streaming" ? { ...row, state: "failed" } : row;
}
