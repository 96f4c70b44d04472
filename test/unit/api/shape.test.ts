import { describe, expect, test, vi } from "vitest";
import { id, integer, list, oneOf, optional, required, rows, shape, text, time } from "../../../src/api/shape.ts";

const point = shape({ x: required(integer), line_name: text });

describe("shape", () => {
  test("a field's name on the wire becomes the name in code, whatever it reads", () => {
    const read = shape({ has_more_before: text });
    expect(read({ has_more_before: "yes" })).toEqual({ hasMoreBefore: "yes" });
  });

  test.each([null, undefined, 7, "text", []])("%j has no field", (json) => {
    expect(shape({ name: text })(json)).toEqual({ name: null });
  });

  test("what cannot be done without is complained of with its place", () => {
    const read = shape({ points: list(point) });
    expect(() => read({ points: [{ x: 1 }, { x: "2" }] }, "page")).toThrow('"page.points.x" is missing or wrong.');
  });

  test("an object that may be missing is complained of where it is there and wrong", () => {
    const read = shape({ point: optional(point) });
    expect(read({})).toEqual({ point: null });
    expect(() => read({ point: { x: null } })).toThrow("answer.point.x");
  });

  test("a field that an object inherits is none of its own to a text reader", () => {
    expect(shape({ constructor: text, length: integer })({})).toEqual({ constructor: null, length: null });
  });
});

describe("what a value may be", () => {
  test.each([
    [0, "0"],
    ["a", "a"],
    ["", undefined],
    [null, undefined],
    [true, undefined],
  ])("as an id %j is %j", (value, expected) => {
    expect(id(value, "id")).toBe(expected);
  });

  test.each([
    ["2026-11-21T03:28:00.123456Z", "2026-11-21T03:28:00.123456Z"],
    ["yesterday", undefined],
    [1_795_000_000, undefined],
  ])("as a time %j is %j", (value, expected) => {
    expect(time(value)).toBe(expected);
  });

  test("of a later version's values, the last one known stands in", () => {
    const read = oneOf("open", "closed");
    expect(["open", "paused", null].map((value) => read(value, "status"))).toEqual(["open", "closed", "closed"]);
  });
});

describe("rows", () => {
  test("an error that is not about the row is not swallowed", () => {
    const read = rows(() => {
      throw new TypeError("ours");
    }, vi.fn());
    expect(() => read([1], "rows")).toThrow(TypeError);
  });

  test("what is no list of rows is told from an empty one", () => {
    expect([rows(text, vi.fn())({}, "rows"), rows(text, vi.fn())([], "rows")]).toEqual([undefined, []]);
  });
});
