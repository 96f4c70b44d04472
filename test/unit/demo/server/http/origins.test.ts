import { describe, expect, it } from "vitest";
import { originAllowed } from "../../../../../demo/server/http/origins.ts";

describe("originAllowed", () => {
  it.each(["http://localhost:4000", "https://localhost", "http://127.0.0.1:1", "http://[::1]:4000"])(
    "by default %s may",
    (origin) => expect(originAllowed(origin, null)).toBe(true),
  );

  it.each([
    "https://evil.example",
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "http://evil.example:4000#http://localhost",
    "http://127.0.0.10",
    "null",
    "file://",
    "",
  ])("by default %j may not", (origin) => expect(originAllowed(origin, null)).toBe(false));

  it("given a list, only its origins may, to the letter", () => {
    const list = ["https://www.example.com"];
    expect(originAllowed("https://www.example.com", list)).toBe(true);
    for (const other of [
      "http://www.example.com",
      "https://example.com",
      "https://www.example.com:8443",
      "http://localhost",
    ]) {
      expect(originAllowed(other, list)).toBe(false);
    }
  });

  it("what sends no origin is no page, and may", () => {
    expect(originAllowed(null, ["https://www.example.com"])).toBe(true);
  });
});
