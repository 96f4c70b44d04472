import { describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";

describe("CablechatError", () => {
  test("it is an Error with a code, and not retryable unless said so", () => {
    const error = new CablechatError("network", "The server could not be reached.");
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: "CablechatError", code: "network", retryable: false, fields: {} });
  });

  test("it keeps what caused it", () => {
    const cause = new TypeError("Failed to fetch");
    expect(new CablechatError("network", "…", { cause }).cause).toBe(cause);
  });

  test("it carries status, Retry-After and the complaints per field", () => {
    const details = { status: 422, retryAfterMs: 2_000, retryable: true, fields: { body: ["is empty"] } };
    expect(new CablechatError("invalid", "…", details)).toMatchObject(details);
  });
});
