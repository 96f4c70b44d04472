import { ensureChromium } from "../ensure-chromium.ts";
import { runBin, runScript } from "../support/run.ts";
import type { Part } from "./part.ts";
import { railsParts } from "./rails-parts.ts";
import { closingLineTally, noTally, playwrightTally, vitestTally } from "./tally.ts";

const PLAYWRIGHT_REPORT = "test-results/browser.json";

export const parts: readonly Part[] = [
  {
    name: "check",
    what: "style, types, arrows and house rules",
    tally: closingLineTally,
    run: (options) => runScript("scripts/check.ts", [], options),
  },
  {
    name: "build",
    what: "lib/, dist/ and custom-elements.json are what the build makes",
    tally: noTally,
    run: (options) => runScript("scripts/build.ts", ["--verify"], options),
  },
  {
    name: "size",
    what: "the scripts keep to their budgets",
    tally: noTally,
    run: (options) => runScript("scripts/size.ts", [], options),
  },
  {
    name: "types",
    what: "the package's types, as somebody who installed it sees them",
    tally: noTally,
    run: (options) => runBin("typescript/bin/tsc", ["-p", "test/types"], options),
  },
  { ...vitest("unit", "every module by itself", ["unit", "unit-dom"]), beside: true },
  // On a clock of its own.
  {
    ...vitest("simulation", "the whole client against a scripted backend and a hostile network"),
    beside: "background",
  },
  { ...vitest("server", "the embedded server as a process, and the stock clients"), beside: true },
  {
    name: "conformance",
    what: "the protocol, black-box, on the embedded server",
    tally: closingLineTally,
    run: (options) => runScript("scripts/conformance-embedded.ts", [], options),
  },
  {
    name: "browser",
    what: "the built widget in Chromium, through the fault proxy",
    tally: playwrightTally(PLAYWRIGHT_REPORT),
    run: (options) =>
      runBin("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
        ...options,
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT_REPORT },
      }),
    lacks: async () => {
      const chromium = await ensureChromium();
      return chromium.path === null ? chromium : null;
    },
  },
  ...railsParts,
];

function vitest(name: string, what: string, projects = [name]): Part {
  const report = `test-results/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name,
    what,
    tally: vitestTally(report),
    run: (options) =>
      runBin("vitest/vitest.mjs", ["run", ...projects.map((project) => `--project=${project}`), ...reporters], options),
  };
}
