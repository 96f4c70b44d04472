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
