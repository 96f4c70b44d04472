import { expect, test } from "./support/fake-widget.ts";

/** Positions are compared to within a pixel: browsers round. */
const PIXEL = 1;

test("the list opens at the newest message", async ({ widget }) => {
  await widget.openWith(0, 100);
  expect(await widget.below()).toBeLessThanOrEqual(PIXEL);
});

test("older messages that arrive above do not move the one being read", async ({ widget }) => {
  await widget.openWith(100, 200);
  await widget.scrollTo(900);
  const before = await widget.run(({ widget: element }) => {
    const list = element.shadowRoot?.querySelector('[part="messages"]') as HTMLElement;
    const rows = [...list.querySelectorAll<HTMLElement>('[part="message"]')];
    const top = list.getBoundingClientRect().top;
    return rows.find((row) => row.getBoundingClientRect().bottom > top)?.dataset["messageId"] ?? "";
  });
  const top = await widget.topOf(before);
  await widget.run(({ widget: element, shownMessage }) => {
    const older = Array.from({ length: 50 }, (_, index) => shownMessage(String(50 + index), { body: "Older" }));
    element.chat.set({ messages: [...older, ...element.chat.messages] });
  });
  expect(Math.abs((await widget.topOf(before)) - top)).toBeLessThanOrEqual(PIXEL);
});

test("scrolling to the very top loads older messages, and the first one stays where it was", async ({ widget }) => {
  await widget.openWith(100, 200);
  await widget.run(({ widget: element, shownMessage }) => {
    element.chat.older = async () => {
      element.chat.set({ loadingOlder: true });
      await element.updateComplete;
      const older = Array.from({ length: 50 }, (_, index) => shownMessage(String(50 + index), { body: "Older" }));
      element.chat.set({ messages: [...older, ...element.chat.messages], loadingOlder: false, hasMoreBefore: false });
    };
    element.chat.set({ hasMoreBefore: true });
  });
  const top = await widget.list.evaluate((list) => {
    list.scrollTop = 0;
    const row = list.querySelector('[data-message-id="100"]') as Element;
    return row.getBoundingClientRect().top - list.getBoundingClientRect().top;
  });
  await expect(widget.list.locator('[data-message-id="50"]')).toBeAttached();
  expect(Math.abs((await widget.topOf("100")) - top)).toBeLessThanOrEqual(PIXEL);
  expect(
    await widget.run(({ widget: element }) => element.chat.calls.flat().filter((name) => name === "loadOlder")),
  ).toHaveLength(1);
});

test("at the end the list follows what arrives", async ({ widget }) => {
  await widget.openWith(0, 100);
  await widget.run(({ widget: element, shownMessage }) => {
    element.chat.set({ messages: [...element.chat.messages, shownMessage("100", { body: "New ".repeat(100) })] });
  });
  expect(await widget.below()).toBeLessThanOrEqual(PIXEL);
});

test("a message that arrives while one reads above moves nothing, and says that it is there", async ({
  widget,
  page,
}) => {
  await widget.openWith(0, 100);
  await widget.scrollTo(900);
  const top = await widget.topOf("50");
  await widget.run(({ widget: element, shownMessage }) => {
    element.chat.set({ messages: [...element.chat.messages, shownMessage("100")] });
  });
  expect(Math.abs((await widget.topOf("50")) - top)).toBeLessThanOrEqual(PIXEL);
  const pill = page.getByRole("button", { name: "New messages" });
  await pill.click();
  await expect(pill).toBeHidden();
  expect(await widget.below()).toBeLessThanOrEqual(PIXEL);
});

test("the word that something is new goes when one has scrolled to it", async ({ widget, page }) => {
  await widget.openWith(0, 100);
  await widget.scrollTo(900);
  await widget.run(({ widget: element, shownMessage }) => {
    element.chat.set({ messages: [...element.chat.messages, shownMessage("100")] });
  });
  await widget.scrollTo(1_000_000);
  await expect(page.getByRole("button", { name: "New messages" })).toBeHidden();
});

test("who writes while reading above is taken to what was written", async ({ widget }) => {
  await widget.openWith(0, 100);
  await widget.scrollTo(900);
  await widget.run(({ widget: element }) => element.send("Mine"));
  expect(await widget.below()).toBeLessThanOrEqual(PIXEL);
});

test("a composer that grows does not hide the newest message", async ({ widget, page }) => {
  await widget.openWith(0, 100);
  await page.locator('[part="input"]').fill("one\ntwo\nthree\nfour\nfive");
  await expect.poll(() => widget.below()).toBeLessThanOrEqual(PIXEL);
});

test("the composer grows with its text, up to a cap, and shrinks when it is sent", async ({ widget, page }) => {
  await widget.openWith(0, 1);
  const input = page.locator('[part="input"]');
  const height = async () => (await input.boundingBox())?.height ?? 0;
  const empty = await height();
  await input.fill("one\ntwo\nthree");
  expect(await height()).toBeGreaterThan(empty);
  await input.fill("line\n".repeat(100));
  expect(await height()).toBeLessThanOrEqual(144);
  await input.press("Enter");
  await expect.poll(height).toBe(empty);
});

test("a banner that comes and goes does not move the text", async ({ widget, page }) => {
  await widget.openWith(0, 100);
  await widget.scrollTo(900);
  const top = await widget.topOf("50");
  await widget.run(({ widget: element }) => element.chat.set({ connection: { state: "offline" } }));
  await expect(page.locator('[part="banner"]')).toContainText("You are offline");
  // Chromium lays out in 1/64 of a pixel, and what it rounds is not always the same.
  expect(await widget.topOf("50")).toBeCloseTo(top, 1);
});

test("a list that is moved in the document stays where one was reading", async ({ widget }) => {
  await widget.openWith(0, 100);
  await widget.scrollTo(900);
  const top = await widget.topOf("50");
  await widget.run(({ widget: element }) => document.querySelector("main")?.append(element));
  expect(Math.abs((await widget.topOf("50")) - top)).toBeLessThanOrEqual(PIXEL);
});

test("of a thousand messages, one more draws one row and touches no more than its neighbour", async ({ widget }) => {
  await widget.openWith(0, 1000);
  const touched = await widget.run(async ({ widget: element, shownMessage }) => {
    const list = element.shadowRoot?.querySelector('[part="messages"]');
    if (!list) throw new Error("There is no list.");
    const rows = new Set<Element | null>();
    const rowOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest(".rows > *") ?? null;
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes, removedNodes } of records) {
        for (const node of [target, ...addedNodes, ...removedNodes]) rows.add(rowOf(node));
      }
    });
    observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    element.chat.set({ messages: [...element.chat.messages, shownMessage("1000")] });
    await element.updateComplete;
    await Promise.resolve();
    rows.delete(null);
    return rows.size;
  });
  expect(touched).toBeGreaterThan(0);
  expect(touched).toBeLessThanOrEqual(2);
});
