import type { Locator } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

// What a site owner sets from outside: place, colours, custom properties, parts.

const VIEWPORT = { width: 1280, height: 800 };
const GAP = 20;
/** The launcher and the space between: the panel stands beyond it. */
const BESIDE_LAUNCHER = 68;

test.use({ viewport: VIEWPORT, contextOptions: { reducedMotion: "reduce" } });

/** How far a box is from each edge of the window. */
async function distances(box: Locator): Promise<Record<string, number>> {
  const { x, y, width, height } = (await box.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 };
  return { left: x, top: y, right: VIEWPORT.width - x - width, bottom: VIEWPORT.height - y - height };
}

for (const [vertical, horizontal] of [
  ["bottom", "right"],
  ["bottom", "left"],
  ["top", "left"],
  ["top", "right"],
] as const) {
  const position = `${vertical}-${horizontal}`;

  test(`${position}: launcher and panel stand in that corner`, async ({ visit, widget }) => {
    await visit({ attributes: { position } });
    const launcher = { [vertical]: GAP, [horizontal]: GAP };
    expect(await distances(widget.launcher), "before the panel is there").toMatchObject(launcher);
    // By the keyboard: under a pointer the launcher is larger.
    await widget.launcher.press("Enter");
    const panel = { [vertical]: GAP + BESIDE_LAUNCHER, [horizontal]: GAP };
    await expect.poll(() => distances(widget.host.locator('[part="panel"]'))).toMatchObject(panel);
    expect(await distances(widget.launcher)).toMatchObject(launcher);
  });
}

for (const [theme, system, background] of [
  ["light", "dark", "rgb(255, 255, 255)"],
  ["dark", "light", "rgb(23, 25, 31)"],
] as const) {
  test.describe(`on a ${system} system`, () => {
    test.use({ colorScheme: system });

    test(`theme="${theme}" is ${theme} all the same`, async ({ visit, widget }) => {
      await visit({ attributes: { theme } });
      await widget.open();
      await expect(widget.host.locator('[part="panel"]')).toHaveCSS("background-color", background);
    });
  });
}

const GREEN = "rgb(0, 120, 60)";

interface Property {
  readonly name: string;
  readonly value: string;
  /** Where it shows, and as what. */
  readonly part: string;
  readonly css: string;
  readonly position?: string;
}

const PROPERTIES: readonly Property[] = [
  { name: "accent", value: GREEN, part: "launcher", css: "background-color" },
  { name: "accent", value: GREEN, part: "header", css: "background-color" },
  { name: "on-accent", value: GREEN, part: "launcher", css: "color" },
  { name: "on-accent", value: GREEN, part: "header", css: "color" },
  { name: "surface", value: GREEN, part: "panel", css: "background-color" },
  { name: "text", value: GREEN, part: "panel", css: "color" },
  { name: "muted", value: GREEN, part: "note", css: "color" },
  { name: "soft", value: GREEN, part: "bubble", css: "background-color" },
  { name: "line", value: GREEN, part: "panel", css: "border-top-color", position: "inline" },
  { name: "radius", value: "3px", part: "panel", css: "border-top-left-radius" },
  { name: "font", value: "Georgia", part: "launcher", css: "font-family" },
  { name: "font", value: "Georgia", part: "input", css: "font-family" },
  { name: "gap", value: "50px", part: "launcher", css: "right" },
  { name: "width", value: "300px", part: "panel", css: "width" },
  { name: "height", value: "400px", part: "panel", css: "height" },
];

for (const { name, value, part, css, position = "bottom-right" } of PROPERTIES) {
  test(`--cablechat-${name} is the ${part}'s ${css}`, async ({ visit, widget }) => {
    const content = `<style>cable-chat { --cablechat-${name}: ${value} }</style>`;
    await visit({ content, attributes: { position } });
    if (position !== "inline") await widget.open();
    await expect(widget.host.locator(`[part="${part}"]`).first()).toHaveCSS(css, value);
  });
}

test("--cablechat-z-index decides what of the page lies above the launcher", async ({ page, visit, widget }) => {
  const cover = (id: string, index: number) =>
    `<div id="${id}" style="position: fixed; inset: 0; z-index: ${index}; pointer-events: none"></div>`;
  const content = `<style>cable-chat { --cablechat-z-index: 7 }</style>${cover("below", 6)}${cover("above", 8)}`;
  await visit({ content });
  const { x, y } = (await widget.launcher.boundingBox()) ?? { x: 0, y: 0 };
  const order = await page.evaluate(
    ([x, y]) => {
      for (const cover of document.querySelectorAll("div")) cover.style.pointerEvents = "auto";
      return document.elementsFromPoint(x, y).map(({ id, localName }) => id || localName);
    },
    [x + 28, y + 28] as const,
  );
  expect(order.slice(0, 3)).toEqual(["above", "cable-chat", "below"]);
});

for (const part of ["launcher", "header", "bubble", "input", "send"]) {
  test(`::part(${part}) of the page's own styles reaches it`, async ({ visit, widget }) => {
    await visit({ content: `<style>cable-chat::part(${part}) { border-radius: 5px }</style>` });
    await widget.open();
    await expect(widget.host.locator(`[part="${part}"]`).first()).toHaveCSS("border-top-left-radius", "5px");
  });
}
