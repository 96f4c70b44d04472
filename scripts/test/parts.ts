import { ensureChromium } from "../ensure-chromium.ts";
import { type RunOptions, runBin, runScript } from "../support/run.ts";
import type { Part } from "./part.ts";
import { railsParts } from "./rails-parts.ts";
import { closingLineTally, noTally, playwrightTally, vitestTally } from "./tally.ts";

const tee: RunOptions = { output: "tee" };
const PLAYWRIGHT_REPORT = "test-results/browser.json";

export const parts: readonly Part[] = [
  {
    name: "check",
    what: "style, types, arrows and house rules",
    tally: closingLineTally,
    run: () => runScript("scripts/check.ts", [], tee),
  },
  {
    name: "build",
    what: "lib/, dist/ and custom-elements.json are what the build makes",
    tally: noTally,
    run: () => runScript("scripts/build.ts", ["--verify"], tee),
  },
  {
    name: "size",
    what: "the scripts keep to their budgets",
    tally: noTally,
    run: () => runScript("scripts/size.ts", [], tee),
  },
  {
    name: "types",
    what: "the package's types, as somebody who installed it sees them",
    tally: noTally,
    run: () => runBin("typescript/bin/tsc", ["-p", "test/types"], tee),
  },
  vitest("unit", "every module by itself"),
  vitest("simulation", "the whole client against a scripted backend and a hostile network"),
  vitest("server", "the embedded server as a process, and the stock clients"),
  {
    name: "conformance",
    what: "the protocol, black-box, on the embedded server",
    tally: closingLineTally,
    run: () => runScript("scripts/conformance-embedded.ts", [], tee),
  },
  {
    name: "browser",
    what: "the built widget in Chromium, through the fault proxy",
    tally: playwrightTally(PLAYWRIGHT_REPORT),
    run: () =>
      runBin("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
        output: "tee",
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT },
      }),
    lacks: async () => {
      const chromium = await ensureChromium();
      return chromium.path === null ? chromium : null;
    },
  },
  ...railsParts,
];

function vitest(project: string, what: string): Part {
  const report = `test-results/${project}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name: project,
    what,
    tally: vitestTally(report),
    run: () => runBin("vitest/vitest.mjs", ["run", "--project", project, ...reporters], tee),
  };
}
