import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LEASE_MS } from "../../../src/core/lease-lock.ts";
import { deferred } from "../../support/deferred.ts";

const never = new AbortController().signal;

/** A tab of its own: what a module remembers is not shared, the database is. */
async function tab() {
  vi.resetModules();
  return (await import("../../../src/browser/tab-lock.ts")).tabLock;
}

beforeEach(() => {
  // Not `setImmediate`, which the database runs on.
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "setInterval", "clearInterval"] });
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("indexedDB", new IDBFactory());
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A tab that holds "a" until it is told, or dies: then its timers never run again. */
async function holder() {
  const begun = deferred<void>();
  const end = deferred<void>();
  const held = (await tab()).run("a", never, () => {
    begun.resolve();
    return end.promise;
  });
  await begun.promise;
  return { held, end: () => end.resolve(), die: () => vi.clearAllTimers() };
}

/** Lets the time of all tabs go on in small steps, so that the database answers between them. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    await vi.advanceTimersByTimeAsync(50);
    // As many turns as a transaction needs.
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
  }
}

describe("a lease", () => {
  test("is held by one tab at a time, and goes on to the next when it is given back", async () => {
    const first = await holder();
    const task = vi.fn(async () => "second");
    const second = (await tab()).run("a", never, task);
    await pass(1_000);
    expect(task).not.toHaveBeenCalled();
    first.end();
    await first.held;
    await pass(500);
    expect(await second).toBe("second");
  });

  test("is renewed for as long as its holder needs it", async () => {
    const first = await holder();
    const task = vi.fn(async () => undefined);
    const second = (await tab()).run("a", never, task);
    await pass(LEASE_MS * 3);
    expect(task).not.toHaveBeenCalled();
    first.end();
    await pass(500);
    await second;
  });

  test("of a tab that has died is over after five seconds", async () => {
    const first = await holder();
    first.die();
    const task = vi.fn(async () => undefined);
    const second = (await tab()).run("a", never, task);
    await pass(LEASE_MS - 500);
    expect(task).not.toHaveBeenCalled();
    await pass(1_000);
    await second;
    expect(task).toHaveBeenCalledOnce();
  });

  test("from before the machine's clock was set back holds nobody up", async () => {
    const first = await holder();
    first.die();
    vi.setSystemTime(Date.now() - 3_600_000);
    const second = (await tab()).run("a", never, async () => "second");
    await pass(50);
    expect(await second).toBe("second");
  });

  test("that another tab has taken over meanwhile is not ended by its first holder", async () => {
    const first = await holder();
    first.die();
    await vi.advanceTimersByTimeAsync(LEASE_MS + 1);
    const second = await holder();
    first.end();
    await first.held;
    const task = vi.fn(async () => undefined);
    const third = (await tab()).run("a", never, task);
    await pass(1_000);
    expect(task).not.toHaveBeenCalled();
    second.end();
    await pass(500);
    await third;
  });

  test("is not waited for by whoever has given up", async () => {
    const first = await holder();
    const controller = new AbortController();
    const task = vi.fn(async () => undefined);
    const second = (await tab()).run("a", controller.signal, task);
    controller.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    first.end();
    await pass(1_000);
    expect(task).not.toHaveBeenCalled();
  });

  test("of another name is another", async () => {
    const first = await holder();
    expect(await (await tab()).run("b", never, async () => "free")).toBe("free");
    first.end();
  });
});
