import type { Message, ShownMessage } from "../core/message.js";
/** A message of the backend's, as it is shown. */
export type Row = Message & ShownMessage;
/** Whether a message has its place among those that stand above: below them it would come after later ones. */
export declare function isAmong(past: readonly Row[], message: Message): boolean;
/** Nobody will hear how a reply goes on. */
export declare function brokenOff(row: Row): Row;
