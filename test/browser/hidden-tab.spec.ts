import { expect } from "./support/fixtures.ts";
import { lived, setFrozen, test, ticks, watchLife } from "./support/real-tabs.ts";
import { swallowBroadcasts } from "./support/swallowed-broadcasts.ts";
import type { Widget } from "./support/widget.ts";

// Tabs that are really behind another one: Chromium hides and freezes them as it does a visitor's.

/** Why each catch-up from now on was begun. */
async function catchUpsFromNowOn({ page, host }: Widget): Promise<() => Promise<string[]>> {
  await host.evaluate((element) => {
    const reasons: string[] = [];
    Object.assign(window, { reasons });
    element.addEventListener("cablechat:catchup", (event) => {
      const { phase, reason } = (event as CustomEvent<{ phase: string; reason: string }>).detail;
      if (phase === "started") reasons.push(reason);
    });
  });
  return () => page.evaluate(() => (window as unknown as { reasons: string[] }).reasons);
}

function unread({ host }: Widget): Promise<number> {
  return host.evaluate((element) => (element as unknown as { unreadCount: number }).unreadCount);
}

test("what comes while the page is hidden is unread, and read when it is shown", async ({
  page,
  context,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await watchLife(page);
  await context.newPage();
  await expect.poll(() => lived(page)).toEqual(["hidden"]);
  await agent.say(conversation, "To a hidden page");
  await expect.poll(() => unread(widget)).toBe(1);
  await page.bringToFront();
  await expect.poll(() => unread(widget)).toBe(0);
  await widget.expectInStepWith(agent);
});

test("what was broadcast into nothing while the page was hidden is here when it is shown", async ({
  page,
  context,
  visit,
  widget,
  agent,
}) => {
  const cable = await swallowBroadcasts(page);
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  // The second look after the confirmation is over.
  await page.waitForResponse(/messages\?/);
  await watchLife(page);
  const catchUps = await catchUpsFromNowOn(widget);
  await context.newPage();
  await expect.poll(() => lived(page)).toEqual(["hidden"]);
  cable.swallowing = true;
  await agent.say(conversation, "Into nothing");
  await expect.poll(() => cable.swallowed).toBeGreaterThanOrEqual(1);
  expect([await catchUps(), await widget.message("Into nothing").count()]).toEqual([[], 0]);
  await page.bringToFront();
  await widget.expectInStepWith(agent);
  expect(await catchUps()).toEqual(["visible"]);
  expect(cable.sockets, "the socket is as good as ever").toBe(1);
});

test("a page frozen in the background catches up when it is thawed", async ({
  page,
  context,
  visit,
  widget,
  agent,
  network,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await watchLife(page);
  const devtools = await context.newCDPSession(page);
  const front = await context.newPage();
  await expect.poll(() => lived(page)).toEqual(["hidden"]);
  await setFrozen(devtools, true);
  await expect.poll(() => lived(page)).toEqual(["hidden", "freeze"]);
  const { upgrades } = network.counters;
  const before = await ticks(page);
  network.reset();
  await agent.sayMany(conversation, "To a sleeping page", 5);
  // For longer than the timers of a page that is only hidden are held back.
  await front.waitForFunction(
    (until) => performance.now() > until,
    2_000 + (await front.evaluate(() => performance.now())),
  );
  expect([await ticks(page), network.counters.upgrades], "it stands still").toEqual([before, upgrades]);
  await setFrozen(devtools, false);
  await page.bringToFront();
  await widget.expectInStepWith(agent);
  expect(await lived(page)).toEqual(["hidden", "freeze", "resume", "visible"]);
});
