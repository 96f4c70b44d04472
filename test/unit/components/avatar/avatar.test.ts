import { expect, test } from "vitest";
import { initialsOf } from "../../../../src/components/avatar/avatar.ts";

test.each([
  ["Ana Lima", "AL"],
  ["ana maria da lima", "AM"],
  ["Ørsted & Sønner", "ØS"],
  ["李小龙", "李"],
  ["👩‍🚀 Crew", "C"],
  ["", ""],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
