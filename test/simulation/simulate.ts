import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { type CheckOptions, checkSchedules } from "./check-schedules.ts";

/** `npm run simulate -- --seed N --path P --runs N`: searches, or shows again what was found, event by event. */
const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    path: { type: "string" },
    runs: { type: "string", default: "1000" },
    backends: { type: "string", default: "both" },
  },
});
const options: CheckOptions = {
  seed: values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed),
  runs: Number(values.runs),
  backends: values.backends as CheckOptions["backends"],
  path: values.path,
};

process.stdout.write(`seed ${options.seed}, ${options.runs} schedules, backends: ${options.backends}\n`);
const started = performance.now();
const found = await checkSchedules(options);
process.stdout.write(`${found?.report ?? "Every promise was kept."}\n${Math.round(performance.now() - started)} ms\n`);
process.exitCode = found === null ? 0 : 1;
