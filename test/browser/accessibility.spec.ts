import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { expect, type FakeWidget, test } from "./support/fake-widget.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core");

// Colours are measured as they stand, not while they fade in.
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** What axe-core finds on the page, shadow roots included: the rule and the element. */
async function violations(widget: FakeWidget): Promise<string[]> {
  await widget.page.addScriptTag({ path: AXE });
  const results = await widget.page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

/** The ratio of two `rgb(…)` colours' luminances (WCAG 2.2, "contrast ratio"). */
function contrast(...colours: (string | undefined)[]): number {
  const [low = 0, high = 0] = colours.map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour = ""): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Everything that can stand in the list at once. */
async function fill(widget: FakeWidget): Promise<void> {
  await widget.run(({ widget: element, shownMessage, VISITOR, ANA }) => {
    const mine = { author: VISITOR, clientId: "c" } as const;
    const gone = { id: null, createdAt: null } as const;
    element.chat.set({
      unreadCount: 2,
      messages: [
        shownMessage("1", { body: "See https://example.com/lamps" }),
        shownMessage("2", { state: "deleted" }),
        shownMessage("3", { author: { type: "system", id: null, name: null, avatarUrl: null }, body: "Ana is here" }),
        shownMessage("4", { ...mine, delivery: "sent" }),
        shownMessage("5", { state: "cancelled" }),
        shownMessage("6", { ...mine, ...gone, delivery: "pending" }),
        shownMessage("7", { ...mine, ...gone, delivery: "failed" }),
      ],
      typing: [ANA],
      connection: { state: "offline" },
    });
  });
}

for (const theme of ["light", "dark"] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme });

    test("axe-core finds nothing on the closed widget", async ({ widget }) => {
      await fill(widget);
      expect(await violations(widget)).toEqual([]);
    });

    test("axe-core finds nothing in the open panel", async ({ widget, page }) => {
      await fill(widget);
      await widget.run(({ widget: element }) => element.open());
      await expect(page.locator('[part="banner"]')).toContainText("You are offline");
      expect(await violations(widget)).toEqual([]);
    });

    test("the ring around the field being written in stands out from the panel, 3 to 1 at least", async ({
      widget,
    }) => {
      await widget.run(({ widget: element }) => element.open());
      const field = widget.page.locator('cable-chat [part="composer"] > div');
      await expect(field).toHaveCSS("outline-style", "solid");
      const [ring, ground] = await field.evaluate((element) => [
        getComputedStyle(element).outlineColor,
        getComputedStyle(element.closest('[part="panel"]') as Element).backgroundColor,
      ]);
      expect(contrast(ring, ground)).toBeGreaterThanOrEqual(3);
    });

    test("axe-core finds nothing in an empty panel that fills a phone's screen", async ({ widget, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await widget.run(({ widget: element }) => element.open());
      expect(await violations(widget)).toEqual([]);
    });
  });
}

test("everything can be done with the keyboard alone", async ({ widget, page }) => {
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Open chat" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Your message" })).toBeFocused();
  await page.keyboard.type("Hello");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("there");
  await page.keyboard.press("Enter");
  expect(await widget.run(({ widget: element }) => element.chat.messages.map(({ body }) => body))).toEqual([
    "Hello\nthere",
  ]);
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("log", { name: "Messages" })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.locator('[part="close"]')).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Open chat" })).toBeFocused();
});

test("a page's own style sheet does not reach into the widget", async ({ widget, page }) => {
  await widget.run(({ widget: element }) => element.open());
  const look = () =>
    page.locator('[part="input"]').evaluate((input) => {
      const { color, fontFamily, letterSpacing, textTransform } = getComputedStyle(input);
      return { color, fontFamily, letterSpacing, textTransform };
    });
  const before = await look();
  await page.addStyleTag({
    content: `* { color: red !important; font-family: cursive !important; letter-spacing: 9px !important; text-transform: uppercase !important; }
      textarea, button { display: none; }`,
  });
  expect(await look()).toEqual(before);
});
