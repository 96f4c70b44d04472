import { checkSchedules } from "./check-schedules.ts";
import type { RestFault } from "./conditions.ts";

/** What is broken on purpose has to be found out within so many schedules. */
const RUNS = 300;

/**
 * The promises that the first schedule found to break any has broken, line by line; "nothing" where none was found.
 *
 * @param restFault the one fault of REST, for what only that one shows: among all of them it takes minutes to come where it hurts
 */
export async function searchBroken(runs = RUNS, restFault?: RestFault): Promise<string> {
  // Here they are really fetched, the first time; a virtual clock does not wait for that.
  await Promise.all([import("../../src/send-files.ts"), import("../../src/session/contact.ts")]);
  const found = await checkSchedules({ seed: 7, runs, backends: "numbered", shrink: false, restFault });
  return found?.violations.join("\n") ?? "nothing";
}
