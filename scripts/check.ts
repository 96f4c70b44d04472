import { brokenArrows } from "./rules/arrows.ts";
import { hygieneFaults } from "./rules/hygiene.ts";
import { root } from "./support/root.ts";
import { type RunResult, runBin } from "./support/run.ts";
import { sourceFiles } from "./support/source-files.ts";

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

function report(faults: readonly string[]): RunResult {
  return { ok: faults.length === 0, output: faults.join("\n") };
}
