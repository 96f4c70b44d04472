import { expect, test } from "vitest";
import { table, withSection } from "../../../bench/results.ts";

const SIZE = { name: "size", title: "Bytes", body: "10" };
const RECOVERY = { name: "recovery", title: "Recovery", body: "0.4 s" };

test("a new section stands at the end", () => {
  const text = withSection(withSection("# Results\n", SIZE, "*here*"), RECOVERY, "*here*");
  expect(text.indexOf("## Bytes")).toBeLessThan(text.indexOf("## Recovery"));
  expect(text).toMatch(/^# Results\n/);
});

test("a section written again replaces itself and touches no other", () => {
  const before = withSection(withSection("# Results\n", SIZE, "*then*"), RECOVERY, "*then*");
  const after = withSection(before, { ...SIZE, body: "9" }, "*now*");
  expect(after).toBe(before.replace("10\n\n*then*", "9\n\n*now*"));
});

test("a section that never ends is an error, not a file cut off", () => {
  expect(() => withSection("<!-- begin size -->\nmine", SIZE, "")).toThrow(/without its/);
});

test("a table is Markdown with its figures to the right", () => {
  expect(table(["what", "ms"], [["a", 1]])).toBe("| what | ms |\n| --- | ---: |\n| a | 1 |");
});
