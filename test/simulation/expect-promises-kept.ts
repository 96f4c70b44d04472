import { randomInt } from "node:crypto";
import { type CheckOptions, checkSchedules } from "./check-schedules.ts";

/**
 * Another seed at each run, so that every run looks where none has looked before; `SIMULATION_SEED` gives one.
 *
 * @throws Error with the story of the smallest schedule found, and how to see it again
 */
export async function expectPromisesKept(backends: CheckOptions["backends"], runs: number): Promise<void> {
  const given = process.env["SIMULATION_SEED"];
  const seed = given === undefined ? randomInt(2 ** 31) : Number(given);
  process.stdout.write(`simulation: ${runs} schedules, ${backends} backends, seed ${seed}\n`);
  const found = await checkSchedules({ seed, runs, backends });
  if (found !== null) throw new Error(found.report);
}
