import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

/** What the server sends over the cable goes through here. */
async function filterFrames(page: Page, filter: (frame: string) => readonly string[]): Promise<void> {
  await page.routeWebSocket(/\/cable/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      for (const each of filter(String(frame))) socket.send(each);
    });
  });
}

test("frames of an unknown type are passed over, and what follows arrives", async ({ page, visit, widget, agent }) => {
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("[cablechat]")) errors.push(message.text());
  });
  await filterFrames(page, (frame) => {
    const { identifier, message } = JSON.parse(frame) as { identifier?: string; message?: unknown };
    if (identifier === undefined || message === undefined) return [frame];
    return [JSON.stringify({ identifier, message: { type: "fireworks", colour: "red" } }), frame];
  });
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await agent.sayMany(conversation, "After fireworks", 3);
  await widget.expectInStepWith(agent);
  expect(errors).toEqual([]);
});

test("frames that are no JSON at all are dropped with a warning, on the same socket", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  const warned = page.waitForEvent("console", (message) => message.text().includes("Unreadable frame"));
  await filterFrames(page, (frame) => (frame.includes('"Words"') ? ["{ not json", frame] : [frame]));
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await agent.say(conversation, "Words");
  await widget.expectInStepWith(agent);
  expect((await warned).type()).toBe("warning");
  expect(network.counters.upgrades).toBe(1);
});

test("frames that cannot be read leave a hole, which a catch-up fills", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  await filterFrames(page, (frame) => {
    if (!frame.includes('"Garbled"')) return [frame];
    const { identifier } = JSON.parse(frame) as { identifier: string };
    return [JSON.stringify({ identifier, message: { type: "message", revision: "many", message: { id: {} } } })];
  });
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await agent.say(conversation, "Garbled");
  await agent.say(conversation, "Clear");
  await expect(widget.message("Garbled")).toBeVisible();
  await widget.expectInStepWith(agent);
  expect(network.counters.upgrades, "the socket was healthy").toBe(1);
});

test("frames that the server loses on a healthy socket are asked for", async ({ page, visit, widget, agent }) => {
  await filterFrames(page, (frame) => (frame.includes('"Lost"') ? [] : [frame]));
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await agent.say(conversation, "Lost");
  await agent.say(conversation, "Found");
  await widget.expectInStepWith(agent);
});

test("frames in the wrong order, and twice, come out in the right one, and once", async ({
  page,
  visit,
  widget,
  agent,
}) => {
  let held: string | null = null;
  await filterFrames(page, (frame) => {
    if (!frame.includes('"Shuffled ')) return [frame];
    if (held === null) {
      held = frame;
      return [];
    }
    const [first, second] = [held, frame];
    held = null;
    return [second, first, second];
  });
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await agent.sayMany(conversation, "Shuffled", 8);
  await widget.expectInStepWith(agent);
});
