import { describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { isTriedAgain } from "../../../src/outbox/retry-policy.ts";

describe("isTriedAgain()", () => {
  test("what may heal is tried again", () => {
    expect(isTriedAgain(new CablechatError("network", "down", { retryable: true }))).toBe(true);
  });

  test.each(["not_json", "invalid_response"] as const)("so is what was answered with %s", (code) => {
    expect(isTriedAgain(new CablechatError(code, "a captive portal"))).toBe(true);
  });

  test("what the server refuses is not", () => {
    expect(isTriedAgain(new CablechatError("invalid", "empty"))).toBe(false);
  });
});
