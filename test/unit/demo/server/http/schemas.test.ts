import { describe, expect, it } from "vitest";
import { validated } from "../../../../../demo/server/http/schemas.ts";
import { fixtures } from "../../../../support/fixtures.ts";

describe("validated", () => {
  for (const kind of ["send-request", "identity-request"] as const) {
    for (const { name, valid, value } of fixtures(kind)) {
      it(`${valid ? "takes" : "refuses"} ${kind}: ${name}`, () => {
        const attempt = () => validated(kind, value);
        if (valid) expect(attempt()).toBe(value);
        else expect(attempt).toThrow(expect.objectContaining({ code: "invalid", status: 422 }));
      });
    }
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
