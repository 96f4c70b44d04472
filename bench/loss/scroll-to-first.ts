import { errors } from "@playwright/test";
import type { Widget } from "../../test/browser/support/widget.ts";

/** More pages than any schedule fills; in messages, fifty times as many. */
const MAX_PAGES = 40;
const PAGE_MS = 1_000;

/** Scrolls a widget up until `count` messages stand on it, or no more come. */
export async function scrollToFirst({ page, list, messages }: Widget, count: number): Promise<void> {
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const before = await messages.count();
    if (before >= count) return;
    await list.evaluate((element) => {
      // Where it stands there already, only a move tells that somebody scrolls.
      element.scrollTop = 1;
      element.scrollTop = 0;
    });
    try {
      await page.waitForFunction(
        (known) => {
          const root = document.querySelector("cable-chat")?.shadowRoot;
          return root && root.querySelectorAll('[part="message"]').length > known;
        },
        before,
        { timeout: PAGE_MS },
      );
    } catch (error) {
      // The named case: there is nothing before the first one, or it cannot be had now.
      if (error instanceof errors.TimeoutError) return;
      throw error;
    }
  }
}
