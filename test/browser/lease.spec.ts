import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { build } from "esbuild";
import { PageServer } from "../support/page-server.ts";
import type { TabLockScope } from "./support/tab-lock.entry.ts";

const ENTRY = fileURLToPath(new URL("support/tab-lock.entry.ts", import.meta.url));

declare const window: Window & TabLockScope;

let site: PageServer;

test.beforeAll(async () => {
  const { outputFiles } = await build({ entryPoints: [ENTRY], bundle: true, format: "iife", write: false });
  site = await PageServer.listen();
  const headers = { "Content-Type": "text/javascript; charset=utf-8" };
  site.put("/tab-lock.js", { body: outputFiles[0]?.text ?? "", headers });
  site.put("/", { body: '<!doctype html><title>A shop</title><script src="/tab-lock.js"></script>' });
});

test.afterAll(() => site.close());

for (const [browser, prepare] of [
  ["with Web Locks", () => undefined],
  ["without Web Locks", () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined })],
] as const) {
  /** A tab of the same browser. */
  const tab = async (page: Page): Promise<Page> => {
    await page.addInitScript(prepare);
    await page.goto(site.origin);
    expect(await page.evaluate(() => navigator.locks === undefined)).toBe(browser === "without Web Locks");
    return page;
  };

  /** Asks for the lock. @returns whether it is held by now */
  const ask = async (page: Page) => {
    let held = false;
    const taken = page
      .evaluate(() => window.take("a"))
      .then(() => {
        held = true;
      });
    return { taken, held: () => held };
  };

  test(`${browser}, one tab at a time holds the lock, and it goes on to the next`, async ({ context, page }) => {
    const [one, two] = [await tab(page), await tab(await context.newPage())];
    await (await ask(one)).taken;
    const waiting = await ask(two);
    // Longer than it takes to look for the lock again.
    const since = await two.evaluate(() => performance.now());
    await expect.poll(() => two.evaluate(() => performance.now())).toBeGreaterThan(since + 1_000);
    expect(waiting.held()).toBe(false);
    await one.evaluate(() => window.give());
    await waiting.taken;
  });

  test(`${browser}, the lock of a tab that is closed goes on to the next`, async ({ context, page }) => {
    const [one, two] = [await tab(page), await tab(await context.newPage())];
    await (await ask(one)).taken;
    const waiting = await ask(two);
    await one.close();
    await waiting.taken;
  });

  test(`${browser}, of three tabs that ask at once one holds the lock`, async ({ context, page }) => {
    const tabs = [await tab(page), await tab(await context.newPage()), await tab(await context.newPage())];
    const asked = await Promise.all(tabs.map(ask));
    const holders = () => asked.flatMap(({ held }, index) => (held() ? [index] : []));
    const done: number[] = [];
    while (done.length < tabs.length) {
      await expect.poll(() => holders().length).toBe(done.length + 1);
      const holder = holders().find((index) => !done.includes(index)) ?? -1;
      done.push(holder);
      await tabs[holder]?.evaluate(() => window.give());
    }
  });
}
