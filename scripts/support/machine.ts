import { isExecutable } from "./is-executable.ts";
import { type RunOptions, type RunResult, run } from "./run.ts";

/** What the search for a program, and its installation, ask of the machine. A test has one of its own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether packages may be installed without asking anybody. */
  readonly isRoot: boolean;
  isExecutable(path: string): boolean;
  run(command: string, args: readonly string[], options?: RunOptions): Promise<RunResult>;
}

/** The one this runs on. */
export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  isExecutable,
  run,
};
