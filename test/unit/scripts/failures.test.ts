import { expect, test } from "vitest";
import { failuresIn } from "../../../scripts/test/failures.ts";

test.each([
  [
    "Playwright",
    "  ✓  1 a.spec.ts:1:1 › works (2.0s)\n  ✘  2 a.spec.ts:9:1 › breaks (1.3m)\n",
    "a.spec.ts:9:1 › breaks",
  ],
  ["vitest", "\u001b[31m FAIL \u001b[39m unit test/unit/a.test.ts > breaks\n", "unit test/unit/a.test.ts > breaks"],
  ["minitest", "Failure:\nMessageTest#test_breaks [test/a.rb:3]:\nExpected false\n", "MessageTest#test_breaks"],
])("a test that %s names as failed is found in its output", (_, output, name) => {
  expect(failuresIn(output)).toEqual([name]);
});

test("a test that is named twice is told once", () => {
  expect(failuresIn("FAIL a\nFAIL a\n")).toEqual(["a"]);
});

test("in an output without failures there is none", () => {
  expect(failuresIn("  ✓  1 a.spec.ts:1:1 › shows a failed message (2.0s)\n1 passed, 0 failed\n")).toEqual([]);
});
