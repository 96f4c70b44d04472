import type { ShownMessage } from "../../core/message.js";
/** A message and what its place in the list adds to it. */
export interface Row {
    readonly message: ShownMessage;
    /** The day that begins with it, in words; `null` in the middle of one. */
    readonly day: string | null;
    /** Whether it opens, and whether it ends, what one author says in one go. */
    readonly first: boolean;
    readonly last: boolean;
}
/**
 * Groups a list by day, and by author within five minutes.
 * A message without a time is being sent: it is of now.
 *
 * @param now wall-clock milliseconds
 */
export declare function groupMessages(messages: readonly ShownMessage[], locale: string, now: number): Row[];
