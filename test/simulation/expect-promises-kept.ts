import type { CheckOptions } from "./check-schedules.ts";
import { searchInParallel } from "./search-in-parallel.ts";

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
  // In a process of its own: what the sources fetch on demand is at hand in the bundle, and costs no real time.
  const found = await searchInParallel({ seed, runs, backends, workers: 1 });
  if (found !== null) throw new Error(found.report);
}
