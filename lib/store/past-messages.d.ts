import type { Message, ShownMessage } from "../core/message.js";
/** A message of the backend's, as it is shown. */
export type Row = Message & ShownMessage;
/** Tells, of those that stand above, which a message must not come below: itself, and what is later in its conversation. */
export declare function notBelow(message: Message): (row: Row) => unknown;
/** Nobody will hear how a reply goes on. */
export declare function brokenOff(row: Row): Row;
