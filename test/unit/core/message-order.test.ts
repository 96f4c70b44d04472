import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareMessages, type Placed } from "../../../src/core/message-order.ts";

function place(id: string, createdAt = "2026-11-21T03:28:00.000000Z"): Placed {
  return { id, createdAt };
}

function sorted(...placed: Placed[]): string[] {
  return [...placed].sort(compareMessages).map(({ id }) => id);
}

describe("compareMessages", () => {
  test("the earlier created comes first, whatever the ids", () => {
    expect(sorted(place("1", "2026-11-21T03:28:01.000000Z"), place("2", "2026-11-21T03:28:00.000000Z"))).toEqual([
      "2",
      "1",
    ]);
  });

  test("one microsecond makes an order", () => {
    expect(sorted(place("1", "2026-11-21T03:28:00.123457Z"), place("2", "2026-11-21T03:28:00.123456Z"))).toEqual([
      "2",
      "1",
    ]);
  });

  test("a microsecond carries over a millisecond", () => {
    expect(sorted(place("1", "2026-11-21T03:28:00.124000Z"), place("2", "2026-11-21T03:28:00.123999Z"))).toEqual([
      "2",
      "1",
    ]);
  });

  test("fractions of different length are the same moment where they mean the same", () => {
    expect(compareMessages(place("7", "2026-11-21T03:28:00.5Z"), place("7", "2026-11-21T03:28:00.500000Z"))).toBe(0);
  });

  test("a time without a fraction stands before the same second with one", () => {
    expect(sorted(place("1", "2026-11-21T03:28:00.000001Z"), place("2", "2026-11-21T03:28:00Z"))).toEqual(["2", "1"]);
  });

  test("at one moment, digits are compared as numbers: 9 before 10", () => {
    expect(sorted(place("10"), place("9"))).toEqual(["9", "10"]);
  });

  test("ids beyond what a double can hold are still told apart", () => {
    expect(sorted(place("9007199254740993"), place("9007199254740992"))).toEqual([
      "9007199254740992",
      "9007199254740993",
    ]);
  });

  test("at one moment, ids that are no digits are compared as text", () => {
    expect(sorted(place("b"), place("a"))).toEqual(["a", "b"]);
  });

  test("at one moment, digits stand before what is no number, so that no three ids chase each other", () => {
    expect(sorted(place("1f"), place("10"), place("9"))).toEqual(["9", "10", "1f"]);
    expect(sorted(place("9"), place("1f"), place("10"))).toEqual(["9", "10", "1f"]);
  });

  test("leading zeros do not make two ids come each before the other", () => {
    expect(sorted(place("1"), place("01"))).toEqual(sorted(place("01"), place("1")));
  });

  test("it is a total order, whatever the ids and times", () => {
    const placed = fc.record({
      id: fc.oneof(fc.stringMatching(/^\d{1,20}$/), fc.stringMatching(/^[0-9a-f]{1,4}$/)),
      createdAt: fc
        .tuple(fc.integer({ min: 0, max: 1 }), fc.constantFrom("", ".1", ".100000", ".100001", ".000001", ".999999"))
        .map(([second, fraction]) => `2026-11-21T03:28:0${second}${fraction}Z`),
    });
    fc.assert(
      fc.property(placed, placed, placed, (a, b, c) => {
        expect(Math.sign(compareMessages(a, b)) + Math.sign(compareMessages(b, a))).toBe(0);
        if (compareMessages(a, b) <= 0 && compareMessages(b, c) <= 0) {
          expect(compareMessages(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
