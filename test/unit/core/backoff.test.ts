import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs } from "../../../src/core/backoff.ts";

const OPTIONS = { baseMs: 1_000, maxMs: 30_000 };
const ALMOST_ONE = 1 - 2 ** -32;

describe("backoffMs", () => {
  test("the ceiling doubles with each failed try, up to the maximum", () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6].map((attempt) =>
      Math.round(backoffMs(attempt, ALMOST_ONE, OPTIONS) / 1_000),
    );
    expect(ceilings).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });

  test("full jitter: the smallest fraction means at once", () => {
    expect(backoffMs(5, 0, OPTIONS)).toBe(0);
  });

  test("it stays within its bounds for any attempt and fraction", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: ALMOST_ONE, noNaN: true }), (attempt, fraction) => {
        const delay = backoffMs(attempt, fraction, OPTIONS);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThan(OPTIONS.maxMs);
      }),
    );
  });

  test("a maximum below the base holds from the first delay on", () => {
    expect(backoffMs(0, ALMOST_ONE, { baseMs: 1_000, maxMs: 100 })).toBeLessThan(100);
  });
});
