import { fileURLToPath } from "node:url";
import { test as base, type Locator, type Page } from "@playwright/test";
import { build } from "esbuild";
import { PageServer } from "../../support/page-server.ts";
import type { FakeWidgetScope } from "./fake-widget.entry.ts";

const ENTRY = fileURLToPath(new URL("fake-widget.entry.ts", import.meta.url));

/** The element over a fake chat: for what needs a layout, and no backend. */
export class FakeWidget {
  readonly page: Page;
  readonly list: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.locator('cable-chat [part="messages"]');
  }

  /** Runs `task` on the page, with the widget at hand, and waits until all of it is drawn. */
  async run<Argument, Result>(
    task: (scope: FakeWidgetScope, argument: Argument) => Result,
    argument?: Argument,
  ): Promise<Result> {
    const result = await this.page.evaluate(
      `(async () => {
        const result = await (${task})(window, ${JSON.stringify(argument)});
        await window.widget.updateComplete;
        return result;
      })()`,
    );
    return result as Result;
  }

  /** Opens the panel on messages FROM … TO - 1. */
  async openWith(from: number, to: number): Promise<void> {
    await this.run(
      ({ widget, shownMessage }, range) => {
        const messages = Array.from({ length: range.to - range.from }, (_, index) => {
          const id = String(range.from + index);
          return shownMessage(id, { body: `Message ${id} ${"and so on ".repeat(Number(id) % 7)}` });
        });
        widget.chat.set({ messages });
        widget.open();
      },
      { from, to },
    );
  }

  /** How far the bubble of a message stands from the top of the list, in CSS pixels. */
  topOf(id: string): Promise<number> {
    return this.list.evaluate((list, wanted) => {
      const row = list.querySelector(`[data-message-id="${wanted}"]`);
      return (row?.getBoundingClientRect().top ?? Number.NaN) - list.getBoundingClientRect().top;
    }, id);
  }

  /** How far the list is from its end, in CSS pixels. */
  below(): Promise<number> {
    return this.list.evaluate((list) => list.scrollHeight - list.clientHeight - list.scrollTop);
  }

  /** Scrolls as a reader does, and waits until the page has heard of it. */
  async scrollTo(top: number): Promise<void> {
    await this.list.evaluate(async (list, wanted) => {
      const heard = new Promise((resolve) => list.addEventListener("scroll", resolve, { once: true }));
      list.scrollTop = wanted;
      await heard;
    }, top);
  }
}

export const test = base.extend<{ widget: FakeWidget }, { script: string }>({
  script: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const { outputFiles } = await build({ entryPoints: [ENTRY], bundle: true, format: "iife", write: false });
      await use(outputFiles[0]?.text ?? "");
    },
    { scope: "worker" },
  ],
  widget: async ({ page, script }, use) => {
    const site = await PageServer.listen();
    site.put("/fake-widget.js", { body: script, headers: { "Content-Type": "text/javascript; charset=utf-8" } });
    const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A shop</title>
      <meta name="viewport" content="width=device-width"></head>
      <body><main><h1>A shop</h1></main>
      <cable-chat endpoint="https://app.example.com/cablechat" webchat="acme"></cable-chat>
      <script src="/fake-widget.js"></script></body></html>`;
    await page.goto(site.put("/", { body }));
    await use(new FakeWidget(page));
    await site.close();
  },
});

export { expect } from "@playwright/test";
