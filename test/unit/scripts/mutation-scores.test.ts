import { expect, test } from "vitest";
import { type MutationReport, scoresByFolder } from "../../../scripts/mutation/scores.ts";

function report(files: Readonly<Record<string, readonly string[]>>): MutationReport {
  const entries = Object.entries(files).map(([path, statuses]) => {
    return [path, { mutants: statuses.map((status) => ({ status })) }] as const;
  });
  return { files: Object.fromEntries(entries) };
}

test("a folder's score is of all its files, and the last row is of all folders", () => {
  const files = {
    "src/a/x.ts": ["Killed", "Survived"],
    "src/a/y.ts": ["Killed", "Timeout"],
    "src/b/z.ts": ["Survived"],
  };
  expect(scoresByFolder(report(files), ["a", "b"])).toEqual([
    { folder: "a", killed: 2, timedOut: 1, survived: 1, score: 75 },
    { folder: "b", killed: 0, timedOut: 0, survived: 1, score: 0 },
    { folder: "total", killed: 2, timedOut: 1, survived: 2, score: 60 },
  ]);
});

test("what no test reaches has survived", () => {
  expect(scoresByFolder(report({ "src/a/x.ts": ["Killed", "NoCoverage"] }), ["a"])[0]).toMatchObject({ score: 50 });
});

test("what could not be tried counts for nothing", () => {
  const statuses = ["Killed", "Ignored", "CompileError", "RuntimeError"];
  expect(scoresByFolder(report({ "src/a/x.ts": statuses }), ["a"])[0]).toMatchObject({ killed: 1, score: 100 });
});

test("a folder of which nothing was tried is no success", () => {
  expect(() => scoresByFolder(report({ "src/a/x.ts": ["Ignored"] }), ["a"])).toThrow('Nothing of "a" was tried.');
});
