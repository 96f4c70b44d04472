import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../../../scripts/support/root.ts";
import { closingLineTally, playwrightTally, vitestTally } from "../../../scripts/test/tally.ts";

const REPORT = "test-results/tally-test.json";

beforeEach(() => mkdirSync(join(root, "test-results"), { recursive: true }));
afterEach(() => rmSync(join(root, REPORT), { force: true }));

function report(value: unknown): void {
  writeFileSync(join(root, REPORT), JSON.stringify(value));
}

test("a test file that does not load counts as a failure", () => {
  report({ numPassedTests: 3, numFailedTests: 0, testResults: [{ status: "failed", assertionResults: [] }] });
  expect(vitestTally(REPORT).read("")).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test("skipped and planned tests are counted apart from those that passed", () => {
  report({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] });
  expect(vitestTally(REPORT).read("")).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

test("a browser test that passes only at the second try has failed", () => {
  report({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 } });
  expect(playwrightTally(REPORT).read("")).toEqual({ passed: 5, failed: 1, skipped: 0 });
});

test("a run that leaves no report has no tally, and an earlier run's is not taken for it", () => {
  report({ stats: { expected: 5 } });
  const tally = playwrightTally(REPORT);
  tally.clear();
  expect(tally.read("")).toBeNull();
});

test("the last closing line of an output counts", () => {
  expect(closingLineTally.read("1 passed, 0 failed\nmore\n7 passed, 2 failed\n")).toEqual({
    passed: 7,
    failed: 2,
    skipped: 0,
  });
});
