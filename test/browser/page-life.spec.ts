import { expect, test } from "./support/fixtures.ts";

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("without a network the visitor is told, writes on, and all of it goes out when it is back", async ({
  context,
  widget,
  agent,
}) => {
  const conversation = await widget.begin();
  await context.setOffline(true);
  await widget.write("On the train, in a tunnel");
  await expect(widget.message("On the train, in a tunnel")).toHaveAttribute("data-state", "pending");
  await expect(widget.banner).toContainText("You are offline");
  await agent.sayMany(conversation, "In the tunnel", 3);
  await context.setOffline(false);
  await widget.caughtUp();
  await expect(widget.banner).toBeEmpty();
  await widget.expectInStepWith(agent);
});

test("a network that is back is used at once, not after a backoff", async ({ context, widget, agent, network }) => {
  const conversation = await widget.begin();
  await context.setOffline(true);
  await network.refuse();
  // Offline for long: every backoff has grown by now.
  await expect(widget.banner).toContainText("You are offline");
  await agent.say(conversation, "Meanwhile");
  await network.recover();
  await context.setOffline(false);
  await expect(widget.message("Meanwhile")).toBeVisible({ timeout: 2_000 });
  await widget.expectInStepWith(agent);
});

test("a page frozen in the background catches up when it is thawed", async ({ page, widget, agent, network }) => {
  const conversation = await widget.begin();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  network.reset();
  await agent.sayMany(conversation, "To a sleeping page", 5);
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  await widget.expectInStepWith(agent);
});

test("what was broadcast into nothing while the page was hidden is here when it is shown", async ({
  page,
  widget,
  agent,
}) => {
  await page.evaluate(() => {
    let state = "visible";
    Object.defineProperty(document, "visibilityState", { get: () => state });
    document.addEventListener("test:visibility", (event) => {
      state = (event as CustomEvent<string>).detail;
      document.dispatchEvent(new Event("visibilitychange"));
    });
  });
  const show = (state: string) =>
    page.evaluate((detail) => document.dispatchEvent(new CustomEvent("test:visibility", { detail })), state);
  const conversation = await widget.begin();
  await show("hidden");
  await agent.say(conversation, "To a hidden page");
  await expect
    .poll(() => widget.host.evaluate((host) => (host as unknown as { unreadCount: number }).unreadCount))
    .toBe(1);
  const looked = page.waitForResponse(/messages\?/);
  await show("visible");
  await looked;
  await widget.expectInStepWith(agent);
  await expect
    .poll(() => widget.host.evaluate((host) => (host as unknown as { unreadCount: number }).unreadCount))
    .toBe(0);
});
