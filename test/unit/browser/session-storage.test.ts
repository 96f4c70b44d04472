import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** As a new page load has it: what the browser denies is kept in the module. */
async function freshPage() {
  vi.resetModules();
  return (await import("../../../src/browser/session-storage.ts")).keyValueStorage;
}

let keyValueStorage: Awaited<ReturnType<typeof freshPage>>;

beforeEach(async () => {
  keyValueStorage = await freshPage();
});

const own = Object.getOwnPropertyDescriptor(globalThis, "localStorage");

afterEach(() => {
  if (own) Object.defineProperty(globalThis, "localStorage", own);
  localStorage.clear();
  sessionStorage.clear();
});

/** What the page finds under `localStorage`; the getter itself may throw. */
function provide(get: () => unknown): void {
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get });
}

function failing(error: Error): () => never {
  return () => {
    throw error;
  };
}

describe("keyValueStorage", () => {
  test.each([
    ["local", () => localStorage],
    ["session", () => sessionStorage],
  ] as const)("%s: it is kept where the browser keeps such things", (kind, browser) => {
    keyValueStorage(kind).set("k", "v");
    expect(browser().getItem("k")).toBe("v");
    expect(keyValueStorage(kind).get("k")).toBe("v");
    keyValueStorage(kind).remove("k");
    expect(browser().getItem("k")).toBeNull();
  });

  test("none: nothing is kept beyond the page", async () => {
    keyValueStorage("none").set("k", "v");
    expect(keyValueStorage("none").get("k")).toBe("v");
    expect(localStorage.length + sessionStorage.length).toBe(0);
    expect((await freshPage())("none").get("k")).toBeNull();
  });

  test("what is absent is null", () => {
    expect(keyValueStorage("local").get("k")).toBeNull();
  });

  test("what another tab has removed is gone", () => {
    const storage = keyValueStorage("local");
    storage.set("k", "v");
    localStorage.removeItem("k");
    expect(storage.get("k")).toBeNull();
  });

  test("what another tab has written instead is found", () => {
    const storage = keyValueStorage("local");
    storage.set("k", "mine");
    localStorage.setItem("k", "theirs");
    expect(storage.get("k")).toBe("theirs");
  });
});

describe("keyValueStorage, where the browser denies it", () => {
  test("access that throws a SecurityError: it is kept for the life of the page", () => {
    provide(failing(new DOMException("Access is denied for this document.", "SecurityError")));
    const storage = keyValueStorage("local");
    storage.set("k", "v");
    expect(storage.get("k")).toBe("v");
    storage.remove("k");
    expect(storage.get("k")).toBeNull();
  });

  test("a storage that is full: the same", () => {
    provide(() => ({ getItem: () => null, setItem: failing(new DOMException("full", "QuotaExceededError")) }));
    keyValueStorage("local").set("k", "v");
    expect(keyValueStorage("local").get("k")).toBe("v");
  });

  test("a web view whose localStorage is null: the same", () => {
    provide(() => null);
    const storage = keyValueStorage("local");
    storage.set("k", "v");
    expect(storage.get("k")).toBe("v");
  });

  test("no browser at all: the same", () => {
    provide(() => undefined);
    const storage = keyValueStorage("local");
    storage.set("k", "v");
    expect(storage.get("k")).toBe("v");
  });

  test("any other fault is thrown on, to be seen", () => {
    provide(() => ({ getItem: failing(new RangeError("odd")) }));
    expect(() => keyValueStorage("local").get("k")).toThrow(RangeError);
  });
});
