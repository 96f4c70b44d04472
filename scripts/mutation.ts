import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { table, writeResults } from "../bench/results.ts";
import { type FolderScore, MIN_SCORE, scoresByFolder } from "./mutation/scores.ts";
import { root } from "./support/root.ts";
import { runBin } from "./support/run.ts";

/**
 * `npm run mutation`: every mutant of `sync`, `store`, `outbox` and `channels`, the scores in `bench/RESULTS.md`; fails
 * where a folder is under 85 %. `npm run mutation -- sync outbox` only those folders, and nothing is written;
 * `--concurrency 1` for a machine that has other things to do.
 */
const FOLDERS = ["sync", "store", "outbox", "channels"];
const REPORT = "test-results/mutation/mutation.json";

const { values, positionals: names } = parseArgs({
  options: { concurrency: { type: "string", default: String(availableParallelism()) } },
  allowPositionals: true,
});
const unknown = names.filter((name) => !FOLDERS.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no "${unknown.join('", "')}" to be mutated. There are: ${FOLDERS.join(", ")}\n`);
  process.exit(2);
}

const folders = names.length > 0 ? names : FOLDERS;
const patterns = folders.map((folder) => `src/${folder}/**/*.ts`);
const { ok } = await runBin("@stryker-mutator/core/bin/stryker.js", [
  "run",
  ...["--mutate", patterns.join()],
  ...["--concurrency", values.concurrency],
]);
if (!ok) process.exit(1);

const scores = scoresByFolder(JSON.parse(readFileSync(join(root, REPORT), "utf8")), folders);
const low = scores.filter(({ score }) => score < MIN_SCORE).map(({ folder }) => folder);
if (names.length === 0) {
  writeResults({
    name: "mutation",
    title: "Changes to the code that the tests notice",
    body: [
      "Each mutant is one change: a condition turned round, a call left out. It is killed where a test fails, and timed out",
      "where the code does not come to its end any more; both count as noticed. What survives is explained in",
      "[docs/mutation.md](../docs/mutation.md).",
      "",
      tableOf(scores),
    ].join("\n"),
  });
}
process.stdout.write(`\n${tableOf(scores)}\n`);
if (low.length > 0) process.stderr.write(`\nUnder ${MIN_SCORE} %: ${low.join(", ")}\n`);
process.exitCode = low.length > 0 ? 1 : 0;

function tableOf(rows: readonly FolderScore[]): string {
  return table(
    ["folder", "killed", "timed out", "survived", "score"],
    rows.map(({ folder, killed, timedOut, survived, score }) => [
      folder === "total" ? "**total**" : `\`${folder}/\``,
      killed,
      timedOut,
      survived,
      `**${score.toFixed(1)} %**`,
    ]),
  );
}
