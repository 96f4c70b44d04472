import { expect, it } from "vitest";
import { timestamp } from "../../../../demo/server/clock.ts";

it.each([
  [0, "1970-01-01T00:00:00.000000Z"],
  [1_795_231_680_123_456, "2026-11-21T03:28:00.123456Z"],
  [1_795_231_680_000_007, "2026-11-21T03:28:00.000007Z"],
])("%d microseconds are %s", (microseconds, text) => expect(timestamp(microseconds)).toBe(text));
