import { describe, expect, test } from "vitest";
import type { CablechatError } from "../../../src/core/errors.ts";
import { MAX_BODY_LENGTH, validBody } from "../../../src/outbox/valid-body.ts";

function refusalOf(text: string): CablechatError {
  try {
    validBody(text);
  } catch (error) {
    return error as CablechatError;
  }
  throw new Error("It was taken.");
}

describe("validBody", () => {
  test("takes the white space away around a text, and leaves what is within", () => {
    expect(validBody(" \n two  words\t")).toBe("two  words");
  });

  test("counts characters, not their halves", () => {
    expect(validBody("😀".repeat(MAX_BODY_LENGTH))).toHaveLength(2 * MAX_BODY_LENGTH);
  });

  test.each([
    [" \n", "is empty."],
    ["x".repeat(MAX_BODY_LENGTH + 1), "is longer than 10000 characters."],
  ])("refuses what the server would refuse, and says why", (text, complaint) => {
    expect(refusalOf(text)).toMatchObject({
      code: "invalid",
      message: `The message's body ${complaint}`,
      fields: { body: [complaint] },
    });
  });
});
