import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tabLock } from "../../../src/browser/tab-lock.ts";
import { deferred } from "../../support/deferred.ts";

const never = new AbortController().signal;

/** Web Locks as the standard has them, as far as they are used here. */
class FakeLocks {
  #tail: Promise<unknown> = Promise.resolve();
  readonly names: string[] = [];

  request<T>(name: string, { signal }: { signal: AbortSignal }, task: () => Promise<T>): Promise<T> {
    this.names.push(name);
    const turn = this.#tail.then(() => {
      signal.throwIfAborted();
      return task();
    });
    this.#tail = Promise.allSettled([turn]);
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    return Promise.race([turn, aborted]);
  }
}

/** As a browser that denies site data to a frame of another site. */
const deniedLocks = {
  request: () =>
    Promise.reject(new DOMException("Access to the Locks API is denied in this context.", "SecurityError")),
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each([
  ["with Web Locks", () => new FakeLocks()],
  ["without Web Locks (plain HTTP)", () => undefined],
  ["where Web Locks are denied", () => deniedLocks],
  ["where Web Locks and storage are denied", () => deniedLocks, undefined],
])("tabLock, %s", (_, locks, ...storage) => {
  beforeEach(() => {
    vi.stubGlobal("navigator", { locks: locks() });
    vi.stubGlobal("indexedDB", storage.length > 0 ? undefined : new IDBFactory());
  });

  test("there is one holder at a time, first come, first served", async () => {
    const order: string[] = [];
    const first = deferred<void>();
    const one = tabLock.run("a", never, async () => {
      order.push("one begins");
      await first.promise;
      order.push("one ends");
    });
    const two = tabLock.run("a", never, async () => void order.push("two"));
    await Promise.resolve();
    first.resolve();
    await Promise.all([one, two]);
    expect(order).toEqual(["one begins", "one ends", "two"]);
  });

  test("what the task gives is given", async () => {
    expect(await tabLock.run("a", never, async () => 42)).toBe(42);
  });

  test("what the task throws is thrown, and the next holder has its turn", async () => {
    const fault = new Error("of the task");
    await expect(tabLock.run("a", never, () => Promise.reject(fault))).rejects.toBe(fault);
    expect(await tabLock.run("a", never, async () => "next")).toBe("next");
  });

  test("a SecurityError of the task's own is not run again", async () => {
    const task = vi.fn(() => Promise.reject(new DOMException("mine", "SecurityError")));
    await expect(tabLock.run("a", never, task)).rejects.toThrow("mine");
    expect(task).toHaveBeenCalledOnce();
  });

  test("whoever gives up while waiting is told at once, and never runs", async () => {
    const holder = deferred<void>();
    const held = tabLock.run("b", never, () => holder.promise);
    const controller = new AbortController();
    const task = vi.fn(async () => undefined);
    const waiting = tabLock.run("b", controller.signal, task);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    holder.resolve();
    await held;
    await tabLock.run("b", never, async () => undefined);
    expect(task).not.toHaveBeenCalled();
  });
});

describe("tabLock, for the whole browser", () => {
  test("the name of the lock is what all tabs share", async () => {
    const locks = new FakeLocks();
    vi.stubGlobal("navigator", { locks });
    await tabLock.run("cablechat:outbox", never, async () => undefined);
    expect(locks.names).toEqual(["cablechat:outbox"]);
  });

  test("two names do not wait for each other", async () => {
    vi.stubGlobal("navigator", {});
    const holder = deferred<void>();
    const held = tabLock.run("c", never, () => holder.promise);
    expect(await tabLock.run("d", never, async () => "free")).toBe("free");
    holder.resolve();
    await held;
  });
});
