import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../../scripts/support/root.ts";

interface Row {
  readonly file: string;
  readonly claim: string;
}

/** The rows of a Markdown table that name a test file and a test. */
function rowsOf(text: string): Row[] {
  return [...text.matchAll(/^\|.*\| `([^`]+)` \| (.+) \|$/gm)].map(([, file = "", claim = ""]) => ({ file, claim }));
}

/** Whether a test of that name is there, a comment or a variable of it is not enough. */
function hasTest(source: string, claim: string): boolean {
  const escaped = claim.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // Some names begin with what a loop fills in.
  const called = new RegExp(`(["'\`]${escaped}["'\`]|\`[^\`]*${escaped}\`)\\s*,`);
  // Ruby's.
  const defined = new RegExp(`^\\s*(test "${escaped}" do|def ${escaped})$`, "m");
  return called.test(source) || defined.test(source);
}

const text = readFileSync(join(root, "docs/failure-modes.md"), "utf8");
const rows = rowsOf(text);

describe("docs/failure-modes.md", () => {
  it("names a test in every row of its tables", () => {
    const lines = text.split("\n").filter((line) => line.startsWith("|") && !/^\| (---|failure)/.test(line));
    expect(rows).toHaveLength(lines.length);
    expect(rows.length).toBeGreaterThan(60);
  });

  it.each(rows)("$file has the test: $claim", ({ file, claim }) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(hasTest(readFileSync(join(root, file), "utf8"), claim)).toBe(true);
  });
});

describe("a test that is looked for", () => {
  it("is not found in a comment, nor as part of another one's name", () => {
    expect(hasTest('it("drops nothing", () => {});', "drops nothing")).toBe(true);
    expect(hasTest("// drops nothing\n", "drops nothing")).toBe(false);
    expect(hasTest('it("drops nothing at all", () => {});', "drops nothing")).toBe(false);
    expect(hasTest('  test "drops nothing" do\n', "drops nothing")).toBe(true);
    expect(hasTest("  def test_drops_nothing\n", "test_drops_nothing")).toBe(true);
    expect(hasTest("  # test_drops_nothing\n", "test_drops_nothing")).toBe(false);
    expect(hasTest("test(`a server ended by SIGKILL comes back`, () => {});", "comes back")).toBe(true);
  });
});
