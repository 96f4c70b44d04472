import { ensureChromium } from "../ensure-chromium.ts";
import { type RunOptions, type RunResult, runBin, runScript } from "../support/run.ts";
import { closingLineTally, noTally, playwrightTally, type TallyReader, vitestTally } from "./tally.ts";

/** What a part cannot do without and this machine lacks. */
export interface Missing {
  readonly why: string;
  readonly remedy: string;
}

/** One kind of check. They run in the order of this list. */
export interface Part {
  readonly name: string;
  readonly what: string;
  readonly tally: TallyReader;
  readonly run: () => Promise<RunResult>;
  /** Looks for what the part needs, and gets it where that may be done. @default nothing is needed */
  readonly lacks?: () => Promise<Missing | null>;
}

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
