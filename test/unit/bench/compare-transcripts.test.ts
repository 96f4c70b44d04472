import { expect, test } from "vitest";
import { compareTranscripts } from "../../../bench/loss/compare-transcripts.ts";

const NOTHING = { lost: 0, doubled: 0, misordered: 0, unsent: 0, sentTwice: 0, sentOutOfOrder: 0 };

test("a page that shows the log, which has what was written, differs in nothing", () => {
  expect(compareTranscripts({ written: ["a", "c"], log: ["a", "b", "c"], shown: ["a", "b", "c"] })).toEqual(NOTHING);
});

test("what the log has and the page has not is lost", () => {
  expect(compareTranscripts({ written: [], log: ["a", "b", "c"], shown: ["b"] })).toEqual({ ...NOTHING, lost: 2 });
});

test("what stands twice is doubled once, wherever it stands", () => {
  const found = compareTranscripts({ written: [], log: ["a", "b"], shown: ["a", "b", "a"] });
  expect(found).toEqual({ ...NOTHING, doubled: 1 });
});

test("one message that came late counts once, not all that it let past", () => {
  const found = compareTranscripts({ written: [], log: ["a", "b", "c", "d"], shown: ["b", "c", "d", "a"] });
  expect(found).toEqual({ ...NOTHING, misordered: 1 });
});

test("what the visitor wrote and the backend has not is unsent, also where the page still shows it", () => {
  const found = compareTranscripts({ written: ["a", "b"], log: ["a"], shown: ["a", "b"] });
  expect(found).toEqual({ ...NOTHING, unsent: 1 });
});

test("what the backend has twice was sent twice", () => {
  const found = compareTranscripts({ written: ["a"], log: ["a", "b", "a"], shown: ["a", "b", "a"] });
  expect(found).toEqual({ ...NOTHING, doubled: 1, sentTwice: 1 });
});

test("what overtook on the way to the backend was sent out of order", () => {
  const found = compareTranscripts({ written: ["a", "b"], log: ["b", "x", "a"], shown: ["b", "x", "a"] });
  expect(found).toEqual({ ...NOTHING, sentOutOfOrder: 1 });
});
