import { existsSync } from "node:fs";
import { join } from "node:path";
import { brokenArrows } from "./rules/arrows.ts";
import { hygieneFaults } from "./rules/hygiene.ts";
import { namedHosts } from "./rules/lock-files.ts";
import { root } from "./support/root.ts";
import { type RunResult, run, runBin } from "./support/run.ts";
import { namedFiles, sourceFiles } from "./support/source-files.ts";

const HYGIENIC = ["src", "demo", "protocol", "test", "bench", "scripts", "rails/test"];

/** `npm run check`: style, types and the rules of the house. Reads, changes nothing. */
const CHECKS: readonly { name: string; run: () => Promise<RunResult> | RunResult }[] = [
  {
    name: "style (biome)",
    run: () => runBin("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."], { output: "capture" }),
  },
  { name: "types", run: () => typecheck("tsconfig.json") },
  { name: "types of the headless half, without a DOM", run: () => typecheck("tsconfig.headless.json") },
  { name: "arrows", run: () => report(brokenArrows(sourceFiles(root, ["src"]))) },
  {
    name: "hygiene",
    run: () =>
      report(hygieneFaults(sourceFiles(root, HYGIENIC).filter(({ path }) => path !== "scripts/rules/hygiene.ts"))),
  },
  { name: "lock files", run: async () => report(namedHosts(namedFiles(root, await lockFiles()))) },
];

let failed = 0;
for (const check of CHECKS) {
  const { ok, output } = await check.run();
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${check.name}\n`);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n\n`);
  failed += ok ? 0 : 1;
}
process.stdout.write(`${CHECKS.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function typecheck(project: string): Promise<RunResult> {
  return runBin("typescript/bin/tsc", ["-p", project, "--noEmit"], { output: "capture" });
}

/** Those that belong to the project. Bundler's are each machine's own, and ignored: they say where that machine got its gems. */
async function lockFiles(): Promise<string[]> {
  const patterns = ["*package-lock.json", "*npm-shrinkwrap.json", "*.lock"];
  // A copy of the project without its repository has npm's, the one that is ever committed.
  if (!existsSync(join(root, ".git"))) return ["package-lock.json"];
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  const { ok, output } = await run("git", args, { output: "capture" });
  if (!ok) throw new Error(`The project's lock files could not be listed:\n${output}`);
  return output.split("\n").filter(Boolean);
}

function report(faults: readonly string[]): RunResult {
  return { ok: faults.length === 0, output: faults.join("\n") };
}
