import { checkSchedules } from "./check-schedules.ts";

/** What is broken on purpose has to be found out within so many schedules. */
const RUNS = 300;

/** The promises that the first schedule found to break any has broken, line by line; "nothing" where none was found. */
export async function searchBroken(runs = RUNS): Promise<string> {
  // Here they are really fetched, the first time; a virtual clock does not wait for that.
  await Promise.all([import("../../src/send-files.ts"), import("../../src/session/contact.ts")]);
  const found = await checkSchedules({ seed: 7, runs, backends: "numbered", shrink: false });
  return found?.violations.join("\n") ?? "nothing";
}
