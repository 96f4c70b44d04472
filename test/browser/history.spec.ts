import { expect, test } from "./support/fixtures.ts";

// With the real backend; what a list does with layouts of every kind is in scrolling.spec.ts.

test.beforeEach(async ({ visit, widget, agent, page }) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await agent.sayMany(conversation, "Line", 130);
  await page.reload();
  await widget.open();
  await expect(widget.message("Line 130")).toBeInViewport();
});

test("scrolling up loads history page by page, and what is being read does not move", async ({ widget, agent }) => {
  const before = await widget.messages.count();
  expect(before).toBeLessThan(131);
  // Above what is read older ones appear; the first row there is holds still.
  for (let loaded = before; loaded < 131; loaded = await widget.messages.count()) {
    const shift = await widget.host.evaluate(async (host) => {
      const list = host.shadowRoot?.querySelector<HTMLElement>('[part="messages"]');
      const row = host.shadowRoot?.querySelector<HTMLElement>('[part="message"]');
      if (!list || !row) throw new Error("There is no list.");
      // On a busy machine the panel is still rising, and everything in it with it.
      const rising = host.shadowRoot?.querySelector('[part="panel"]')?.getAnimations() ?? [];
      await Promise.all(rising.map(({ finished }) => finished));
      list.scrollTop = 0;
      const loaded = new Promise<void>((resolve) => {
        const look = new MutationObserver(() => {
          if (host.shadowRoot?.querySelector('[part="message"]') === row) return;
          look.disconnect();
          resolve();
        });
        look.observe(list, { childList: true, subtree: true });
      });
      const top = row.getBoundingClientRect().top;
      await loaded;
      await new Promise((painted) => requestAnimationFrame(painted));
      return Math.abs(row.getBoundingClientRect().top - top);
    });
    expect(shift).toBeLessThanOrEqual(1);
  }
  await widget.expectInStepWith(agent);
  await expect(widget.host.locator('[part="greeting"]')).toBeAttached();
});

test("history that cannot be had is offered at a press, and then comes", async ({ widget, network }) => {
  const before = await widget.messages.count();
  await network.refuse({ only: "http" });
  await widget.list.evaluate((list) => {
    list.scrollTop = 0;
  });
  const again = widget.host.getByRole("button", { name: "Show earlier messages" });
  await expect(again).toBeVisible();
  await network.recover();
  await again.click();
  await expect.poll(() => widget.messages.count()).toBeGreaterThan(before);
});
