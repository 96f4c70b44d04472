import type { BrowserContext, Page } from "@playwright/test";
import { Widget, watchForDoubles } from "./widget.ts";

/** Another tab of the same visitor, on the same page of the shop. */
export async function anotherTab(context: BrowserContext, page: Page): Promise<Widget> {
  const opened = await context.newPage();
  await watchForDoubles(opened);
  await opened.goto(page.url());
  const widget = new Widget(opened);
  await widget.launcher.or(widget.list).first().waitFor();
  return widget;
}
