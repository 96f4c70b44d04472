import fc from "fast-check";
import type { RestFault } from "./conditions.ts";
import { runSchedule } from "./run-schedule.ts";
import { type Schedule, schedules } from "./schedule.ts";

export interface CheckOptions {
  seed: number;
  runs: number;
  backends: "numbered" | "plain" | "both";
  /** Where in the search a counterexample lies, as it was printed. */
  path?: string | undefined;
  /** Whether to look for the smallest schedule that shows it. @default true */
  shrink?: boolean;
  /** The one fault of REST there is, for what only that one shows. @default all of them */
  restFault?: RestFault | undefined;
}

export interface Found {
  /** The promises that were broken. */
  readonly violations: readonly string[];
  /** The schedule, event by event, and how to see it again; for a person. */
  readonly report: string;
}

/** Runs that many schedules. @returns the first that broke a promise; `null` where none did */
export async function checkSchedules(options: CheckOptions): Promise<Found | null> {
  const { seed, runs, backends, path, shrink = true, restFault } = options;
  const drawn = schedules(backends).map((schedule) => (restFault ? withOnly(restFault, schedule) : schedule));
  const property = fc.asyncProperty(drawn, async (schedule) => {
    await new Promise(setImmediate);
    const { violations } = await runSchedule(schedule);
    if (violations.length > 0) throw new Error(violations[0]);
  });
  const parameters = { seed, numRuns: runs, endOnFailure: !shrink, ...(path === undefined ? {} : { path }) };
  const { stackTraceLimit } = Error;
  // What is aborted or fails on purpose is thrown a thousand times a second. Whatever is found is run again with its stack.
  Error.stackTraceLimit = 0;
  const { counterexample, counterexamplePath } = await fc.check(property, parameters);
  Error.stackTraceLimit = stackTraceLimit;
  const schedule = counterexample?.[0];
  if (!schedule) return null;
  const again = `npm run simulate -- --seed ${seed} --runs ${runs} --backends ${backends} --path ${counterexamplePath}`;
  const { violations, story } = await runSchedule(schedule, true);
  return {
    violations,
    report: [...story, "", described(schedule), "", ...violations, "", `Again: ${again}`].join("\n"),
  };
}

function withOnly(restFault: RestFault, schedule: Schedule): Schedule {
  const commands = schedule.commands.map((command) =>
    command.type === "rest" ? { ...command, faults: command.faults.map(() => restFault) } : command,
  );
  return { ...schedule, commands };
}

function described({ commands, ...conditions }: Schedule): string {
  return [conditions, ...commands].map((part) => JSON.stringify(part)).join("\n");
}
