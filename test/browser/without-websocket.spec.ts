import type { ConnectionStatus } from "../../src/core/connection-status.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Widget } from "./support/widget.ts";

// A company's proxy that knows no WebSockets: every upgrade is cut, everything else passes.

async function polling(widget: Widget): Promise<void> {
  await expect.poll(() => widget.connection(), { timeout: 20_000 }).toEqual({ state: "polling" });
}

/** Every state of the connection from now on. */
async function statesFromNowOn(widget: Widget): Promise<() => Promise<string[]>> {
  await widget.host.evaluate((host) => {
    const states: string[] = [];
    Object.assign(window, { states });
    host.addEventListener("cablechat:connection", (event) =>
      states.push((event as CustomEvent<ConnectionStatus>).detail.state),
    );
  });
  return () => widget.page.evaluate(() => (window as unknown as { states: string[] }).states);
}

test("where WebSockets are refused, messages go both ways, and the visitor is told of no trouble", async ({
  network,
  visit,
  widget,
  agent,
}) => {
  await network.refuse({ only: "websocket" });
  await visit();
  await widget.open();
  await widget.write("Hello from behind the proxy");
  await polling(widget);
  const conversation = await widget.conversation();
  await expect(widget.banner).toBeEmpty();
  const states = await statesFromNowOn(widget);
  for (let round = 1; round <= 3; round += 1) {
    await agent.say(conversation, `Agent ${round}`);
    await widget.write(`Visitor ${round}`);
    await expect(widget.message(`Agent ${round}`)).toBeVisible({ timeout: 8_000 });
    await expect(widget.message(`Visitor ${round}`)).toHaveAttribute("data-state", "sent");
  }
  expect(network.requests(/GET \S*\/cable/).length, "the socket is tried on").toBeGreaterThan(2);
  expect(await states(), "nothing to tell of meanwhile").toEqual([]);
  await widget.expectInStepWith(agent);
});

test("let through at last, the socket takes over in the middle of what both sides write, and nothing is lost", async ({
  network,
  visit,
  widget,
  agent,
}) => {
  await network.refuse({ only: "websocket" });
  await visit();
  await widget.open();
  await widget.write("Hello");
  await polling(widget);
  const conversation = await widget.conversation();
  const states = await statesFromNowOn(widget);
  const written = agent.sayMany(conversation, "Agent", 200);
  await network.recover();
  for (let number = 1; number <= 5; number += 1) await widget.write(`Visitor ${number}`);
  await widget.caughtUp();
  await written;
  expect(new Set(await states()), "from the one to the other").toEqual(new Set(["connected"]));
  await widget.expectInStepWith(agent);
  const polls = network.requests(/GET \S*messages\?/).length;
  await agent.say(conversation, "Over the socket");
  await expect(widget.message("Over the socket")).toBeVisible({ timeout: 2_000 });
  expect(network.requests(/GET \S*messages\?/).length - polls, "it came by itself").toBeLessThanOrEqual(1);
});

test("a connection that was good and whose sockets are refused from then on is polled, with what it missed", async ({
  network,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await network.refuse({ only: "websocket" });
  await agent.sayMany(conversation, "Missed", 120);
  await polling(widget);
  await agent.edit(conversation, await agent.say(conversation, "Polled"), "Polled and edited");
  await expect(widget.message("Polled and edited")).toBeVisible({ timeout: 8_000 });
  await widget.expectInStepWith(agent);
});

test("where HTTP fails as well it says so, and polls on when that is back", async ({
  network,
  visit,
  widget,
  agent,
}) => {
  await network.refuse({ only: "websocket" });
  await visit();
  await widget.open();
  await widget.write("Hello");
  await polling(widget);
  const conversation = await widget.conversation();
  await network.refuse();
  await expect(widget.banner).toHaveText(/Reconnecting/, { timeout: 15_000 });
  await agent.say(conversation, "Behind the wall");
  await network.recover();
  await network.refuse({ only: "websocket" });
  await expect(widget.message("Behind the wall")).toBeVisible({ timeout: 20_000 });
  await polling(widget);
  await expect(widget.banner).toBeEmpty();
  await widget.expectInStepWith(agent);
});
