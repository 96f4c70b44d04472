import { expect, test } from "vitest";
import { hygieneFaults } from "../../../scripts/rules/hygiene.ts";

function faults(path: string, text: string): string[] {
  return hygieneFaults([{ path, text }]);
}

// Put together here, so that this file keeps the rules it tests.
const RANDOM = ["Math", "random()"].join(".");
const ANY = [":", "any"].join(" ");

test("a fault is named with its place and the reason", () => {
  expect(faults("src/core/a.ts", `\nconst id = ${RANDOM};`)).toEqual([
    "src/core/a.ts:2: Math.random (ids and jitter come from the Random port)",
  ]);
});

test("a word in a comment is no fault", () => {
  expect(faults("src/core/a.ts", `// never ${RANDOM}\n/* nor\n ${RANDOM} */\n`)).toEqual([]);
});

test("a line after a comment block keeps its number", () => {
  expect(faults("src/core/a.ts", `/*\n\n*/\nlet a${ANY};`)[0]).toMatch(/^src\/core\/a\.ts:4:/);
});

test("a rule holds only for its folders", () => {
  expect(faults("scripts/a.ts", `const id = ${RANDOM};`)).toEqual([]);
});

test("a test that waits for time, or does not run, is a fault", () => {
  const wait = ["await new Promise((resolve) => set", "Timeout(resolve, 40));"].join("");
  const skipped = ["test", 'skip("later", () => undefined);'].join(".");
  expect(faults("test/unit/a.test.ts", `${wait}\n${skipped}`)).toHaveLength(2);
});

test("a promise whose failure nobody sees is a fault", () => {
  expect(faults("src/core/a.ts", ["void send()", "catch(() => {});"].join("."))).toHaveLength(1);
});

test("something put off is a fault even in a comment", () => {
  expect(faults("src/core/a.ts", `// ${["TO", "DO"].join("")}: later`)).toHaveLength(1);
});
