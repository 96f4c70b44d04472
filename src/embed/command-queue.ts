import type { CableChat } from "../components/cable-chat.ts";
import { METHOD_NAMES } from "./method-names.ts";

/** `["open"]`, `["identify", {…}]`, or a function that is given the element. */
export type Command = readonly [name: string, ...args: unknown[]] | ((chat: CableChat) => void);

/** What `window.cablechat` is: before the loader a plain array, afterwards something that acts at once. */
export interface CommandQueue {
  push(...commands: Command[]): void;
}

/** Runs what the page has queued, in order, and whatever it queues from now on at once. */
export function runCommands(scope: { cablechat?: CommandQueue }, chat: HTMLElement): void {
  const earlier = scope.cablechat;
  if (earlier !== undefined && !Array.isArray(earlier)) return;
  const push = (...commands: Command[]) => {
    for (const command of commands) run(command, chat as CableChat);
  };
  scope.cablechat = { push };
  push(...((earlier as Command[] | undefined) ?? []));
}

function run(command: Command, chat: CableChat): void {
  try {
    if (typeof command === "function") command(chat);
    else call(command, chat);
  } catch (error) {
    // The named case: the page's own function, or what it asked for, failed. The next command still runs.
    reportError(error);
  }
}

function call([name, ...args]: readonly [string, ...unknown[]], chat: CableChat): void {
  if (!(METHOD_NAMES as readonly string[]).includes(name)) {
    throw new TypeError(`cablechat has no command "${name}"`);
  }
  const result = (chat as unknown as Record<string, (...args: unknown[]) => unknown>)[name]?.(...args);
  Promise.resolve(result).catch((error: unknown) => reportError(error));
}
