import { parseArgs } from "node:util";
import fc from "fast-check";
import { runSchedule } from "./run-schedule.ts";
import { schedule } from "./schedule.ts";

const { values } = parseArgs({
  options: { seed: { type: "string" }, path: { type: "string" }, runs: { type: "string", default: "1000" } },
});
const seed = values.seed === undefined ? Date.now() : Number(values.seed);
const numRuns = Number(values.runs);
process.stdout.write(`seed ${seed}, ${numRuns} schedules\n`);
const started = performance.now();
const most = { requests: 0, sockets: 0 };

const details = await fc.check(
  fc.asyncProperty(schedule, async (drawn) => {
    const { violations, page } = await runSchedule(drawn);
    most.requests = Math.max(most.requests, page.monitor.rate.requestsAMinute);
    most.sockets = Math.max(most.sockets, page.monitor.rate.socketsAMinute);
    if (violations.length > 0) throw new Error(violations.slice(0, 5).join("\n"));
  }),
  { seed, numRuns, ...(values.path === undefined ? {} : { path: values.path }) },
);
process.stdout.write(`${details.numRuns} schedules in ${Math.round(performance.now() - started)} ms\n`);
process.stdout.write(`at most ${most.requests} requests and ${most.sockets} sockets a minute\n`);
if (details.failed && details.counterexample) {
  const { story } = await runSchedule(details.counterexample[0]);
  process.stdout.write(`${story.join("\n")}\n`);
  process.stdout.write(`${String(details.errorInstance)}\n${fc.defaultReportMessage(details)}\n`);
  process.stdout.write(
    `Again: npm run simulate -- --seed ${details.seed} --path ${details.counterexamplePath} --runs ${numRuns}\n`,
  );
  process.exitCode = 1;
}
