import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { chromiumLaunch } from "../../support/chromium.ts";
import { test as base } from "./fixtures.ts";

/**
 * A browser of the test's own in which a tab that is not in front is hidden, and may be frozen. In Playwright's, every page
 * is made to feel focused, so that none ever is: Chromium then freezes nothing and says nothing.
 */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  context: async ({}, use) => {
    const { executablePath, args } = chromiumLaunch();
    const profile = await mkdtemp(join(tmpdir(), "cablechat-profile-"));
    const own = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
    const child = spawn(executablePath, [...args, ...own], { stdio: ["ignore", "ignore", "pipe"] });
    const browser = await chromium.connectOverCDP(await debuggingUrl(child), { noDefaults: true });
    const [context] = browser.contexts();
    if (!context) throw new Error("The browser has no context.");
    await use(context);
    const ended = once(child, "exit");
    await browser.close();
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

function debuggingUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (text: Buffer) => {
      said += text;
      const url = /ws:\/\/\S+/.exec(said)?.[0];
      if (url) resolve(url);
    });
    child.once("exit", () => reject(new Error(`The browser ended:\n${said}`)));
  });
}

interface Watched extends Window {
  lived?: string[];
  ticks?: number;
}

/** Keeps what the page is told of its own life, and counts what its timers do. */
export async function watchLife(page: Page): Promise<void> {
  await page.evaluate(() => {
    const lived: string[] = [];
    Object.assign(window, { lived, ticks: 0 });
    const note = (event: Event) =>
      lived.push(event.type === "visibilitychange" ? document.visibilityState : event.type);
    for (const type of ["visibilitychange", "freeze", "resume"]) document.addEventListener(type, note);
    setInterval(() => Object.assign(window, { ticks: ((window as Watched).ticks ?? 0) + 1 }), 10);
  });
}

/** What the page was told so far, in order: "hidden", "visible", "freeze", "resume". */
export function lived(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (window as Watched).lived ?? []);
}

/** How often a timer of the page's has run. */
export function ticks(page: Page): Promise<number> {
  return page.evaluate(() => (window as Watched).ticks ?? 0);
}

/** Where Chromium has a page frozen, which it does to hidden ones only. */
export async function setFrozen(devtools: CDPSession, frozen: boolean): Promise<void> {
  await devtools.send("Page.setWebLifecycleState", { state: frozen ? "frozen" : "active" });
}
