import type { Page } from "@playwright/test";
import { png } from "../support/png.ts";
import { axeFindings } from "./support/axe.ts";
import { beginWith, choose, give, NOTES, PHOTO, saying, tray } from "./support/files.ts";
import { expect, test } from "./support/fixtures.ts";

// Pictures to look at, in test-results/looks/; what a machine can judge of them is asserted.

const WAYS = [
  { name: "1280-light", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "390-light", viewport: { width: 390, height: 844 }, colorScheme: "light" },
  { name: "1280-dark", viewport: { width: 1280, height: 800 }, colorScheme: "dark" },
  { name: "390-dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
  { name: "forced", viewport: { width: 1280, height: 800 }, colorScheme: "dark", forcedColors: "active" },
] as const;

const TALL = { ...PHOTO, name: "A very long name of a tall photo that nobody would type.png", buffer: png(300, 900) };

for (const { name, viewport, colorScheme, ...rest } of WAYS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme, contextOptions: { reducedMotion: "reduce", ...rest } });

    const look = (page: Page, what: string) =>
      page.screenshot({ path: `test-results/looks/files-${what}-${name}.png` });

    test("files are whole in the tray, in the bubbles and at the desk, and axe-core finds nothing", async ({
      page,
      visit,
      widget,
      backend,
    }) => {
      await visit();
      await widget.open();
      await choose(widget, PHOTO, NOTES, TALL, { ...NOTES, name: "setup.exe", mimeType: "x/y" });
      await expect(tray(widget)).toHaveCount(3);
      await look(page, "tray");
      expect(await axeFindings(page)).toEqual([]);
      await give(widget.list, "dragover", NOTES);
      await expect(widget.host.locator('[part="drop"]')).toBeVisible();
      await look(page, "drop");
      await give(widget.list, "drop");
      const conversation = await beginWith(widget, "These are the lamps I mean.");
      await expect(saying(widget, "These are the lamps").locator("img").first()).toHaveJSProperty("complete", true);
      await choose(widget, PHOTO);
      await widget.host.locator('[part="send"]').click();
      await expect(widget.messages.last()).toHaveAttribute("data-state", "sent");
      await choose(widget, { ...PHOTO, name: "fake.png", buffer: Buffer.from("none") });
      await widget.write("This is none");
      await expect(widget.messages.last()).toHaveAttribute("data-state", "failed");
      await look(page, "talk");
      expect(await axeFindings(page)).toEqual([]);
      const { scrollWidth, clientWidth } = await widget.list.evaluate((list) => list);
      expect(scrollWidth, "nothing sticks out").toBe(clientWidth);

      const desk = await page.context().newPage();
      await desk.goto(backend.desk);
      await desk.getByLabel("Agent's token").fill(backend.token);
      await desk.getByRole("button", { name: "Sign in" }).click();
      await desk.locator(`[data-conversation-id="${conversation}"]`).click();
      await expect(desk.locator('[part="image"]').first()).toHaveJSProperty("complete", true);
      await look(desk, "desk");
      expect(await axeFindings(desk)).toEqual([]);
    });
  });
}

test("where the language is written from the right, the tray and its buttons are the other way round", async ({
  page,
  visit,
  widget,
}) => {
  await visit();
  await widget.open();
  await widget.host.locator('[part="panel"]').evaluate((panel) => panel.setAttribute("dir", "rtl"));
  await choose(widget, PHOTO, NOTES);
  const [thumb, remove] = [tray(widget).first().locator(".thumb"), tray(widget).first().locator("button")];
  const [left, right] = [await remove.boundingBox(), await thumb.boundingBox()];
  expect(left?.x).toBeLessThan(right?.x ?? 0);
  await page.screenshot({ path: "test-results/looks/files-tray-rtl.png" });
});
