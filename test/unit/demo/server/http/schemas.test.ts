import { describe, expect, it } from "vitest";
import { validated } from "../../../../../demo/server/http/schemas.ts";
import { fixtureKinds, fixtures } from "../../../../support/fixtures.ts";

const requests = fixtureKinds()
  .filter((kind) => kind.endsWith("-request"))
  .flatMap(fixtures);

/** The problem, with the fields it names. */
function refusal(attempt: () => unknown): { code: string; status: number; named: string[] } {
  try {
    attempt();
  } catch (error) {
    // The named case: the problem under test.
    const { code, status, errors } = JSON.parse(JSON.stringify(error));
    return { code, status, named: Object.keys(errors) };
  }
  return expect.unreachable("it was taken");
}

describe("validated", () => {
  for (const { kind, name, valid, field, value } of requests) {
    it(`${valid ? "takes" : "refuses"} ${kind}: ${name}`, () => {
      const attempt = () => validated(kind as `${string}-request`, value);
      if (valid) return expect(attempt()).toBe(value);
      const { code, status, named } = refusal(attempt);
      expect([code, status]).toEqual(["invalid", 422]);
      expect(named).not.toEqual([]);
      if (field) expect(new Set(named.map((path) => path.split(".")[0]))).toEqual(new Set([field]));
    });
  }

  it("names every field at fault, each complaint once, with its remedy", () => {
    const body = { client_id: "1", body: "x".repeat(10_001), attachments: ["1", {}] };
    try {
      validated("send-request", body);
      expect.unreachable();
    } catch (error) {
      // The named case: the problem under test.
      expect(JSON.parse(JSON.stringify(error))).toMatchObject({
        errors: {
          client_id: ["must be a UUID"],
          body: ["may have at most 10000 characters"],
          "attachments.1": ["must be string", "must be integer"],
        },
      });
    }
  });
});
