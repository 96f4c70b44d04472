import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { root } from "../../../scripts/support/root.ts";
import type { Outcome } from "../../../scripts/test/run-parts.ts";
import { summary } from "../../../scripts/test/summary.ts";
import { closingLineTally } from "../../../scripts/test/tally.ts";

function outcome(name: string, more: Partial<Outcome> = {}): Outcome {
  const run = () => Promise.resolve({ ok: true, output: "" });
  return {
    part: { name, what: `all of ${name}`, tally: closingLineTally, run },
    ok: true,
    tally: { passed: 2, failed: 0, skipped: 0 },
    seconds: 1,
    missing: null,
    failures: [],
    ...more,
  };
}

const absent = outcome("browser", {
  ok: false,
  tally: { passed: 0, failed: 0, skipped: 0 },
  missing: { why: "There is no Chromium.", remedy: "apt-get install -y chromium" },
});
const failed = outcome("unit", {
  ok: false,
  tally: { passed: 1, failed: 1, skipped: 0 },
  failures: ["a.test.ts: breaks"],
});

test("where all has run and held, that is all there is to say", () => {
  const { text, ok } = summary([outcome("unit"), outcome("size")], true);
  expect(ok).toBe(true);
  expect(text).not.toContain("NOT RUN");
  expect(text).toMatch(/4 passed, 0 failed\n$/);
});

test("what has failed is a failure here and on a build server, and is named", () => {
  for (const inCi of [false, true]) expect(summary([failed, outcome("size")], inCi).ok).toBe(false);
  expect(summary([failed], false).text).toContain("a.test.ts: breaks");
});

test("a part that lacks something is no failure here, and none that has passed either", () => {
  const { text, ok } = summary([outcome("unit"), absent], false);
  expect(ok).toBe(true);
  expect(text).toMatch(/2 passed, 0 failed, 1 not run\n$/);
});

test("on a build server it is one", () => {
  const { text, ok } = summary([outcome("unit"), absent], true);
  expect(ok).toBe(false);
  expect(text).toMatch(/2 passed, 1 failed, 1 not run\n$/);
});

test("it is said loudly after every other line, with why, what would install it and what to run then", () => {
  const { text } = summary([absent, outcome("unit")], false);
  const [, loud, after] = text.split(/^!{100}$/m);
  expect(loud?.trim().split("\n")).toEqual([
    "NOT RUN: browser (all of browser)",
    "There is no Chromium.",
    "To run it:  apt-get install -y chromium",
    "and then:   npm test -- browser",
  ]);
  expect(after?.trim()).toBe("2 passed, 0 failed, 1 not run");
});

test("each part that is missing is told", () => {
  expect(summary([absent, absent], false).text.match(/^NOT RUN: browser/gm)).toHaveLength(2);
});

test.each([
  ["", 0],
  ["true", 1],
])(
  "npm test -- browser without a browser, CI=%j, says so at the end and ends with %i",
  (CI, status) => {
    const env = { ...process.env, CI, CHROMIUM_PATH: "/nowhere/chromium" };
    const ended = spawnSync(process.execPath, ["--import", "tsx", "scripts/test.ts", "browser"], { cwd: root, env });
    expect([ended.status, ended.stderr.toString()]).toEqual([status, ""]);
    const lastLines = ended.stdout.toString().trim().split("\n").slice(-8);
    expect(lastLines).toContain("To run it:  unset CHROMIUM_PATH, or name the right one");
  },
  60_000,
);
