import type { Author } from "../core/message.js";
import type { Clock } from "../core/ports.js";
export interface TypingEvents {
    changed(): void;
    /** To be told to the other side. */
    tell(state: "started" | "stopped"): void;
}
/** Who is typing right now on the other side, and telling it of one's own. */
export declare class Typing {
    #private;
    /** A new array at each change. */
    authors: readonly Author[];
    constructor(clock: Clock, events: TypingEvents);
    /** The other side has begun, goes on, or has stopped. */
    heard(author: Author, started: boolean): void;
    /** A key was pressed on this side. */
    typed(): void;
    /** What was being written is sent, or left. */
    stop(): void;
    /** Nobody is typing any more, on neither side. */
    clear(): void;
}
