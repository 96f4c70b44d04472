import type { RunOptions, RunResult } from "../support/run.ts";
import type { TallyReader } from "./tally.ts";

/** What a part cannot do without and this machine lacks. */
export interface Missing {
  readonly why: string;
  readonly remedy: string;
}

/** One kind of check. They run in the order of the list. */
export interface Part {
  /** Parts whose names begin with the same word and a hyphen can be asked for by that word. */
  readonly name: string;
  readonly what: string;
  readonly tally: TallyReader;
  readonly run: (options: RunOptions) => Promise<RunResult>;
  /**
   * Whether it may run beside others, since it can do with half a machine; "background": with what the others leave, since
   * it goes by no clock but its own. @default false
   */
  readonly beside?: boolean | "background";
  /** Looks for what the part needs, and gets it where that may be done. @default nothing is needed */
  readonly lacks?: () => Promise<Missing | null>;
}
