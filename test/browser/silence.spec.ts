import { expect, test } from "./support/fixtures.ts";
import { swallowBroadcasts } from "./support/swallowed-broadcasts.ts";

test("a hole is found by the first broadcast that comes through again", async ({ page, visit, widget, agent }) => {
  const cable = await swallowBroadcasts(page);
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  cable.swallowing = true;
  await agent.sayMany(conversation, "Into nothing", 5);
  await expect.poll(() => cable.swallowed).toBeGreaterThanOrEqual(5);
  cable.swallowing = false;
  await agent.say(conversation, "Heard");
  await expect(widget.message("Into nothing 5")).toBeVisible({ timeout: 3_000 });
  await widget.expectInStepWith(agent);
  expect(cable.sockets, "the socket is as good as ever").toBe(1);
});

test("what vanishes right after a confirmation is found by the second look at the backend", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  const cable = await swallowBroadcasts(page);
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  network.reset({ only: "websocket" });
  await widget.lost();
  cable.swallowing = true;
  const looked = page.waitForResponse(/messages\?/);
  await widget.caughtUp();
  await looked;
  await agent.say(conversation, "Into nothing");
  await expect(widget.message("Into nothing")).toBeVisible({ timeout: 5_000 });
  await widget.expectInStepWith(agent);
  expect(cable.sockets).toBe(2);
});

test("what nothing tells of is found within 40 s while somebody looks", async ({ page, visit, widget, agent }) => {
  test.slow();
  const cable = await swallowBroadcasts(page);
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  // The second look after the confirmation is over.
  await page.waitForResponse(/messages\?/);
  cable.swallowing = true;
  await agent.say(conversation, "Into nothing");
  await expect.poll(() => cable.swallowed).toBeGreaterThanOrEqual(1);
  await expect(widget.message("Into nothing")).toBeVisible({ timeout: 45_000 });
  await widget.expectInStepWith(agent);
  expect(cable.sockets).toBe(1);
});

test("a machine that has slept for ten minutes takes a new socket at once, and catches up", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  await page.clock.install();
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  network.halfOpen({ only: "websocket" });
  await agent.sayMany(conversation, "To a sleeping machine", 5);
  const again = network.nextRequest(/\/cable/);
  await page.clock.fastForward("10:00");
  await again;
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});
