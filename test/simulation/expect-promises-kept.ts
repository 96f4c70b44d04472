import { type CheckOptions, checkSchedules } from "./check-schedules.ts";

/** A minute on an idle machine of two cores; a busy one is no fault, and a search that has found something shrinks it. */
export const SEARCH_TIMEOUT_MS = 600_000;

/** Of the schedules that every change must pass. */
const SEED = 20_261_121;

/**
 * The same schedules for everybody, so that a change fails for its own fault only; `SIMULATION_SEED` gives others, and
 * `npm run simulate` looks where no run has looked before.
 *
 * @throws Error with the story of the smallest schedule found, and how to see it again
 */
export async function expectPromisesKept(backends: CheckOptions["backends"], runs: number): Promise<void> {
  const seed = Number(process.env["SIMULATION_SEED"] ?? SEED);
  process.stdout.write(`simulation: ${runs} schedules, ${backends} backends, seed ${seed}\n`);
  const found = await checkSchedules({ seed, runs, backends });
  if (found !== null) throw new Error(found.report);
}
