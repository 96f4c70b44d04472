import { beforeEach, describe, expect, test, vi } from "vitest";
import type { BrowserLock } from "../../../src/core/ports.ts";
import { deferred } from "../../support/deferred.ts";

const never = new AbortController().signal;

/** What every `BrowserLock` does, the doubles and the real thing alike. `openBrowser` gives each page its own end of it. */
export function describeBrowserLock(name: string, openBrowser: () => () => BrowserLock): void {
  describe(name, () => {
    let one: BrowserLock;
    let two: BrowserLock;

    beforeEach(() => {
      const open = openBrowser();
      [one, two] = [open(), open()];
    });

    /** Holds the lock "a" of page one until it is let go. */
    async function held() {
      const [begun, end] = [deferred<void>(), deferred<void>()];
      const done = one.run("a", never, () => {
        begun.resolve();
        return end.promise;
      });
      await begun.promise;
      return async () => {
        end.resolve();
        await done;
      };
    }

    test("what the task gives is given", async () => {
      expect(await one.run("a", never, async () => 42)).toBe(42);
    });

    test("there is one holder at a time, first come, first served, also among pages", async () => {
      const order: string[] = [];
      const letGo = await held();
      const task = (word: string) => async () => {
        order.push(`${word} begins`);
        await Promise.resolve();
        order.push(`${word} ends`);
      };
      const others = [two.run("a", never, task("two")), one.run("a", never, task("three"))];
      await Promise.resolve();
      expect(order).toEqual([]);
      await letGo();
      await Promise.all(others);
      expect(order).toEqual(["two begins", "two ends", "three begins", "three ends"]);
    });

    test("two names do not wait for each other", async () => {
      const letGo = await held();
      expect(await two.run("b", never, async () => "free")).toBe("free");
      await letGo();
    });

    test("what the task throws is thrown, and the next holder has its turn", async () => {
      const fault = new Error("of the task");
      await expect(one.run("a", never, () => Promise.reject(fault))).rejects.toBe(fault);
      expect(await two.run("a", never, async () => "next")).toBe("next");
    });

    test("whoever gives up while waiting is told why at once, never runs, and holds nobody up", async () => {
      const letGo = await held();
      const controller = new AbortController();
      const task = vi.fn(async () => undefined);
      const waiting = two.run("a", controller.signal, task);
      const reason = new Error("no longer wanted");
      controller.abort(reason);
      await expect(waiting).rejects.toBe(reason);
      const next = two.run("a", never, async () => "next");
      await letGo();
      expect(await next).toBe("next");
      expect(task).not.toHaveBeenCalled();
    });

    test("whoever gives up while the task runs holds the lock until it has ended, and gets what it gives", async () => {
      const controller = new AbortController();
      const [begun, end] = [deferred<void>(), deferred<string>()];
      const running = one.run("a", controller.signal, () => {
        begun.resolve();
        return end.promise;
      });
      await begun.promise;
      controller.abort();
      const task = vi.fn(async () => "next");
      const next = two.run("a", never, task);
      await Promise.resolve();
      expect(task).not.toHaveBeenCalled();
      end.resolve("done");
      expect(await running).toBe("done");
      expect(await next).toBe("next");
    });

    test("whoever has given up before asking never runs", async () => {
      const task = vi.fn(async () => undefined);
      const reason = new Error("not wanted");
      await expect(one.run("a", AbortSignal.abort(reason), task)).rejects.toBe(reason);
      expect(await two.run("a", never, async () => "free")).toBe("free");
      expect(task).not.toHaveBeenCalled();
    });
  });
}
