import { describe, expect, test } from "vitest";
import { browserRandom } from "../../../src/browser/browser-random.ts";
import { isSession, newSession } from "../../../src/core/session-secret.ts";
import { storageKey } from "../../../src/core/storage-key.ts";

describe("newSession", () => {
  test("a session is 32 random bytes as 43 characters of base64url", () => {
    const random = { ...browserRandom, bytes: (length: number) => new Uint8Array(length).fill(0xfb) };
    const session = newSession(random);
    expect(session).toBe(`${"-_v7".repeat(10)}-_s`);
    expect(atob(session.replaceAll("-", "+").replaceAll("_", "/"))).toHaveLength(32);
  });

  test("what it makes is recognised", () => {
    expect(isSession(newSession(browserRandom))).toBe(true);
  });
});

describe("isSession", () => {
  test.each([null, "", "short", "x".repeat(44), `${"x".repeat(42)}=`, `${"x".repeat(42)}\n`, `${"x".repeat(43)}\n`])(
    "%j cannot be a session and is thrown away",
    (value) => {
      expect(isSession(value)).toBe(false);
    },
  );
});

describe("storageKey", () => {
  test("a trailing slash of the endpoint makes no other visitor", () => {
    expect(storageKey("session", "https://a.example/chat/", "acme")).toBe(
      storageKey("session", "https://a.example/chat", "acme"),
    );
  });

  test("two webchats of one endpoint are kept apart", () => {
    expect(storageKey("session", "https://a.example", "one")).not.toBe(
      storageKey("session", "https://a.example", "two"),
    );
  });
});
