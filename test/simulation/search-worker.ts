import { type CheckOptions, checkSchedules } from "./check-schedules.ts";

/** One of the processes of `searchInParallel()`: takes a batch, answers with what it has found, until it is let go. */
process.on("message", (batch) => {
  void checkSchedules(batch as CheckOptions).then((found) => process.send?.({ found }));
});
