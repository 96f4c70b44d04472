import type { CableChat } from "../components/cable-chat.js";
/** `["open"]`, `["identify", {…}]`, or a function that is given the element. */
export type Command = readonly [name: string, ...args: unknown[]] | ((chat: CableChat) => void);
/** What `window.cablechat` is: before the loader a plain array, afterwards something that acts at once. */
export interface CommandQueue {
    push(...commands: Command[]): void;
}
/** Runs what the page has queued, in order, and whatever it queues from now on at once. */
export declare function runCommands(scope: {
    cablechat?: CommandQueue;
}, chat: HTMLElement): void;
