import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { writeResults } from "../../bench/results.ts";
import type { CheckOptions } from "./check-schedules.ts";
import { searchInParallel, seedsOf } from "./search-in-parallel.ts";

/**
 * `npm run simulate -- --runs N --seed N`: searches in as many processes as there are cores, to the first find. With the
 * `--path` that was printed for it, it is shown again, event by event. A search of a million or more, or one with
 * `--record`, is written to `bench/RESULTS.md` when it has come to its end without a find.
 */
const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    path: { type: "string" },
    runs: { type: "string", default: "1000" },
    backends: { type: "string", default: "both" },
    record: { type: "boolean", default: false },
  },
});
const FULL_RUN = 1_000_000;
const PROGRESS_EVERY_MS = 10_000;

const seed = values.seed === undefined ? randomInt(2 ** 31 - FULL_RUN) : Number(values.seed);
const runs = Number(values.runs);
const backends = values.backends as CheckOptions["backends"];
const started = performance.now();
const seconds = () => (performance.now() - started) / 1000;
let toldAt = 0;

function tellProgress(done: number): void {
  if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
  toldAt = performance.now();
  const leftMin = Math.ceil(((runs - done) * seconds()) / done / 60);
  process.stdout.write(`${number(done)} of ${number(runs)} kept every promise, some ${leftMin} min to go\n`);
}

function record(): void {
  const [from, to] = [seed, seed + seedsOf(runs) - 1];
  const tookMin = (seconds() / 60).toFixed(1);
  writeResults({
    name: "simulation",
    title: "Schedules of faults, and promises broken",
    body: [
      "The last full run of `npm run simulate -- --runs 1000000`: the whole client in up to three tabs, on a virtual clock, against",
      "a hostile network, a backend that dies, and pages that crash wherever they wait (`test/simulation`).",
      "",
      `- ${number(runs)} schedules (${backends === "both" ? "two thirds against backends that number their changes, one third against those that do not" : `${backends} backends`}), seeds ${from} to ${to}`,
      "- promises broken: **0**",
      `- ${tookMin} minutes, ${number(Math.round(runs / seconds()))} schedules a second`,
    ].join("\n"),
  });
}

function number(value: number): string {
  return value.toLocaleString("en");
}

process.stdout.write(`seed ${seed}, ${number(runs)} schedules, backends: ${backends}\n`);
const { path } = values;
const workers = path === undefined ? availableParallelism() : 1;
const found = await searchInParallel({ seed, runs, backends, path, workers, onProgress: tellProgress });
process.stdout.write(`${found?.report ?? "Every promise was kept."}\n${seconds().toFixed(1)} s\n`);
if (found === null && path === undefined && (runs >= FULL_RUN || values.record)) record();
process.exitCode = found === null ? 0 : 1;
