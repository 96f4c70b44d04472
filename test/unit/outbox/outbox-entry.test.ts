import { expect, test } from "vitest";
import { compareEntries, type OutboxEntry, orderAfter } from "../../../src/outbox/outbox-entry.ts";
import { outgoing } from "../../support/outbox-rig.ts";

function entry(...order: OutboxEntry["order"]): OutboxEntry {
  return { message: outgoing(order.join(":")), order, failure: null };
}

test("a message's place is the moment it was written", () => {
  expect(orderAfter([], 5_000)).toEqual([5_000, 0]);
  expect(orderAfter([entry(4_000, 7)], 5_000)).toEqual([5_000, 0]);
});

test("within one millisecond, and where the wall clock was set back, it is counted on", () => {
  expect(orderAfter([entry(5_000, 7)], 5_000)).toEqual([5_000, 8]);
  expect(orderAfter([entry(5_000, 0)], 1_000)).toEqual([5_000, 1]);
});

test("it is after all others, in whatever order they are known", () => {
  expect(orderAfter([entry(5_000, 2), entry(5_000, 1), entry(4_000, 9)], 1_000)).toEqual([5_000, 3]);
});

test("the moment decides before the count", () => {
  const sorted = [entry(2, 0), entry(1, 5), entry(1, 3)].sort(compareEntries);
  expect(sorted.map(({ order }) => order)).toEqual([
    [1, 3],
    [1, 5],
    [2, 0],
  ]);
});
