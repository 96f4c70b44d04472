import { expect, test } from "./support/fixtures.ts";

// In each, both sides write while it lasts. Afterwards every message stands once, in the server's order.

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("a reset is over before the visitor notices, and nothing is missed", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  const again = network.nextRequest(/\/cable/);
  network.reset();
  await agent.sayMany(conversation, "While cut", 5);
  await widget.write("Also while cut");
  await again;
  await widget.caughtUp();
  await expect(widget.banner).toBeEmpty();
  await widget.expectInStepWith(agent);
});

test("ten resets in a row lose nothing", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  for (let round = 1; round <= 10; round += 1) {
    network.reset();
    await widget.write(`Visitor ${round}`);
    await agent.say(conversation, `Agent ${round}`);
  }
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("a half-open socket is found silent and replaced", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  const again = network.nextRequest(/\/cable/);
  network.halfOpen({ only: "websocket" });
  await agent.sayMany(conversation, "Into the void", 5);
  await widget.write("Written on a dead line");
  await again;
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("a server that refuses connections for 5 s is found again", async ({ network, widget, agent, page }) => {
  const conversation = await widget.begin();
  await network.refuse();
  const refusedAt = Date.now();
  await agent.sayMany(conversation, "Behind the wall", 5);
  await widget.write("Written while refused");
  await expect(widget.banner).toHaveText(/Reconnecting/);
  await page.waitForFunction((until) => Date.now() >= until, refusedAt + 5_000);
  await network.recover();
  await widget.caughtUp();
  await expect(widget.banner).toBeEmpty();
  await widget.expectInStepWith(agent);
});

test("on a slow line everything arrives, late", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  network.slow({ bytesPerSecond: 2_000, latencyMs: 200 });
  const again = network.nextRequest(/\/cable/);
  network.reset();
  await agent.sayMany(conversation, "Slowly", 10);
  await widget.write("Slowly, too");
  await again;
  await widget.expectInStepWith(agent);
});

test("a page of a hundred messages comes over a line that needs longer for it than any answer may keep silent", async ({
  network,
  widget,
  agent,
}) => {
  test.slow();
  const conversation = await widget.begin();
  await network.refuse();
  await agent.sayMany(conversation, "x".repeat(400), 100);
  await network.recover();
  network.slow({ bytesPerSecond: 5_000, only: "http" });
  await expect(widget.messages).toHaveCount(101, { timeout: 60_000 });
  await network.recover();
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("where every connection is half-open, kept ones included, none of them holds the visitor up", async ({
  page,
  network,
  widget,
  agent,
}) => {
  const conversation = await widget.begin();
  await agent.say(conversation, "Read");
  await page.waitForResponse(/seen/);
  network.halfOpen();
  await agent.say(conversation, "Missed");
  await widget.write("Written on dead connections");
  await expect(widget.message("Missed")).toBeVisible({ timeout: 12_000 });
  await expect(widget.message("Written on dead connections")).toHaveAttribute("data-state", "sent");
  await widget.expectInStepWith(agent);
});

test("a catch-up of three pages that is cut in the second goes on where it was", async ({ network, widget, agent }) => {
  test.slow();
  const conversation = await widget.begin();
  await network.refuse();
  await agent.sayMany(conversation, "Missed", 250);
  await widget.write("Written meanwhile");
  const pages = network.requests(/GET \S*messages\?/).length;
  await network.recover();
  await network.nextRequest(/GET \S*messages\?/);
  const cut = network.cutAfter(4_000, /GET \S*messages\?/);
  await cut.happened;
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
  expect(network.requests(/GET \S*messages\?/).length - pages, "three pages, one of them twice").toBeGreaterThanOrEqual(
    4,
  );
  expect(await widget.messages.count()).toBe(252);
});

test("everything cut in the middle of a catch-up, again and again, loses nothing", async ({
  network,
  widget,
  agent,
}) => {
  test.slow();
  const conversation = await widget.begin();
  await network.refuse();
  await agent.sayMany(conversation, "Missed", 220);
  await network.recover();
  for (let round = 1; round <= 3; round += 1) {
    await network.nextRequest(/GET \S*messages\?/);
    network.reset();
    await agent.say(conversation, `Cut ${round}`);
  }
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("a socket stuck while connecting is given up for another one", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  network.stall({ only: "websocket" });
  network.reset();
  await network.nextRequest(/\/cable/);
  await agent.sayMany(conversation, "While stuck", 3);
  await widget.write("Sending does not need the socket");
  await expect(widget.message("Sending does not need the socket")).toHaveAttribute("data-state", "sent");
  await network.recover();
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("where only the socket is cut, sending goes on and the answers come with the catch-up", async ({
  network,
  widget,
  agent,
}) => {
  const conversation = await widget.begin();
  await network.refuse({ only: "websocket" });
  await widget.write("Over REST alone");
  await expect(widget.message("Over REST alone")).toHaveAttribute("data-state", "sent");
  await agent.say(conversation, "Not heard yet");
  await network.recover();
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("a lost answer to a send makes no second message", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  const cut = network.cutAfter(20, /POST \S*messages/);
  await widget.write("Answered into the void");
  await cut.happened;
  await expect(widget.message("Answered into the void")).toHaveAttribute("data-state", "sent");
  await widget.expectInStepWith(agent);
  expect((await agent.log(conversation)).filter(({ body }) => body === "Answered into the void")).toHaveLength(1);
});

test("what is being read stays where it is through a drop and its catch-up", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  await agent.sayMany(conversation, "Before", 40);
  await expect(widget.message("Before 40")).toBeVisible();
  const read = widget.message("Before 20");
  await read.scrollIntoViewIfNeeded();
  await expect(read).toBeInViewport();
  const before = await read.boundingBox();
  const again = network.nextRequest(/\/cable/);
  network.reset();
  await agent.sayMany(conversation, "After", 30);
  await again;
  await widget.expectInStepWith(agent);
  const after = await read.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 999))).toBeLessThanOrEqual(1);
});
