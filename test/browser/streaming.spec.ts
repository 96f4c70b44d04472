import type { BrowserContext, Locator, Page } from "@playwright/test";
import type { Agent } from "./support/agent.ts";
import { expect, test } from "./support/fixtures.ts";
import { Widget } from "./support/widget.ts";

// The backend streams what it is told: "stream 200" gives word1 to word200, one every 25 ms. Its log is its database.

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index + 1}`).join(" ");

/** The reply that streams, or has streamed. */
function reply(widget: Widget): Locator {
  return widget.messages.last();
}

function stop(widget: Widget): Locator {
  return widget.host.getByRole("button", { name: /^Stop the reply of / });
}

/** Asks for a reply, and waits until some of it is here. @returns the conversation's id */
async function ask(widget: Widget, command: string): Promise<string> {
  const conversation = await widget.begin(command);
  await expect(reply(widget)).toContainText("word9 ");
  await expect(reply(widget)).toHaveAttribute("data-state", "streaming");
  return conversation;
}

/** Another tab of the same visitor, with the chat open. */
async function otherTab(context: BrowserContext, page: Page): Promise<Widget> {
  const tab = await context.newPage();
  await tab.goto(page.url());
  const other = new Widget(tab);
  await other.open();
  return other;
}

/** Both have the same text of the reply, and it is the database's. */
async function expectSameText(widgets: readonly Widget[], agent: Agent, conversation: string): Promise<string> {
  for (const widget of widgets) await widget.expectInStepWith(agent);
  return (await agent.log(conversation)).at(-1)?.body ?? "";
}

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("a reply is read while it is written, and asks for nothing while nothing is missing", async ({
  page,
  widget,
  agent,
}) => {
  const conversation = await ask(widget, "stream 200");
  const asked: string[] = [];
  page.on("request", (request) => request.url().includes("/messages?") && asked.push(request.url()));
  await expect(reply(widget)).toHaveAttribute("data-state", "complete");
  expect(await expectSameText([widget], agent, conversation)).toBe(words(200));
  // The second look, two seconds after the confirmation, may fall into it.
  expect(asked.length).toBeLessThanOrEqual(1);
});

test("cut again and again in the middle, it has exactly the backend's text", async ({ network, widget, agent }) => {
  const conversation = await ask(widget, "stream 400");
  for (const word of [60, 120, 180, 240]) {
    await expect(reply(widget)).toContainText(`word${word} `);
    const again = network.nextRequest(/\/cable/);
    network.reset();
    await again;
  }
  await expect(reply(widget)).toHaveAttribute("data-state", "complete");
  expect(await expectSameText([widget], agent, conversation)).toBe(words(400));
});

test("on a half-open socket it stands still, and goes on in the middle with the next one", async ({
  network,
  widget,
  agent,
}) => {
  const conversation = await ask(widget, "stream 600");
  const again = network.nextRequest(/\/cable/);
  network.halfOpen({ only: "websocket" });
  await again;
  await network.recover();
  await widget.caughtUp();
  const caughtUpAt = (await reply(widget).innerText()).length;
  await expect(reply(widget)).toHaveAttribute("data-state", "streaming");
  await expect.poll(async () => (await reply(widget).innerText()).length).toBeGreaterThan(caughtUpAt + 100);
  await expect(reply(widget)).toHaveAttribute("data-state", "complete");
  expect(await expectSameText([widget], agent, conversation)).toBe(words(600));
});

test("a page that is loaded in the middle of it goes on where it is", async ({ page, widget, agent }) => {
  const conversation = await ask(widget, "stream 400");
  await page.reload();
  await widget.open();
  await expect(reply(widget)).toHaveAttribute("data-state", "streaming");
  await expect(reply(widget)).toHaveAttribute("data-state", "complete");
  expect(await expectSameText([widget], agent, conversation)).toBe(words(400));
});

test("a reply whose server was killed is interrupted, with the text it had", async ({ backend, widget, agent }) => {
  const conversation = await ask(widget, "stream 2000");
  await expect(reply(widget)).toContainText("word40 ");
  await backend.halt("SIGKILL");
  await widget.lost();
  await backend.start();
  await expect(reply(widget)).toHaveAttribute("data-state", "failed");
  await expect(reply(widget)).toContainText("Interrupted");
  await expect(stop(widget)).toHaveCount(0);
  const text = await expectSameText([widget], agent, conversation);
  expect(text).toMatch(/^word1 .* word40\b/);
  expect(words(2000).startsWith(text)).toBe(true);
});

test("it is stopped with the keyboard, and the focus stays in the chat", async ({ page, widget, agent }) => {
  const conversation = await ask(widget, "stream 2000");
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/cancel$/, async (route) => {
    await held;
    await route.continue();
  });
  // Between the text and the talk stands the button for files.
  await expect(widget.host.locator('[part="attach"]')).toBeVisible();
  await widget.input.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(stop(widget)).toBeFocused();
  await page.keyboard.press("Enter");
  const stopping = widget.host.getByRole("button", { name: "Stopping…" });
  await expect(stopping).toBeFocused();
  release();
  await expect(reply(widget)).toHaveAttribute("data-state", "cancelled");
  await expect(reply(widget)).toContainText("Stopped");
  await expect(widget.list).toBeFocused();
  const text = await expectSameText([widget], agent, conversation);
  expect(words(2000).startsWith(text)).toBe(true);
});

test("it is stopped from the other tab, and both have the same text", async ({ context, page, widget, agent }) => {
  const conversation = await ask(widget, "stream 2000");
  const other = await otherTab(context, page);
  await expect(reply(other)).toContainText("word9 ");
  await stop(other).click();
  for (const each of [widget, other]) await expect(reply(each)).toHaveAttribute("data-state", "cancelled");
  await expectSameText([widget, other], agent, conversation);
});

test("stopped while offline, it is stopping until the network is back, and then stopped", async ({
  context,
  widget,
  agent,
}) => {
  const conversation = await ask(widget, "stream 2000");
  await context.setOffline(true);
  await expect(widget.banner).toContainText("You are offline");
  await stop(widget).click();
  await expect(reply(widget)).toContainText("Stopping…");
  await expect(reply(widget)).toHaveAttribute("data-state", "streaming");
  await context.setOffline(false);
  await expect(reply(widget)).toHaveAttribute("data-state", "cancelled", { timeout: 10_000 });
  await expectSameText([widget], agent, conversation);
});

test("stopped while every connection is refused, it is stopped after the reconnection", async ({
  network,
  widget,
  agent,
}) => {
  const conversation = await ask(widget, "stream 2000");
  await network.refuse();
  await stop(widget).click();
  await widget.lost();
  await expect(reply(widget)).toContainText("Stopping…");
  await network.recover();
  await expect(reply(widget)).toHaveAttribute("data-state", "cancelled");
  await widget.caughtUp();
  await expectSameText([widget], agent, conversation);
});

test("a lost answer to the stopping does no harm", async ({ network, widget, agent }) => {
  const conversation = await ask(widget, "stream 2000");
  const cut = network.cutAfter(20, /POST \S*cancel/);
  await stop(widget).click();
  await cut.happened;
  await expect(reply(widget)).toHaveAttribute("data-state", "cancelled");
  await expectSameText([widget], agent, conversation);
});

test("what the backend refuses to stop streams on, and an error tells", async ({ page, widget, agent }) => {
  const conversation = await ask(widget, "stream 400");
  const codes = widget.host.evaluate(
    (host) =>
      new Promise((resolve) => {
        host.addEventListener("cablechat:error", (event) => resolve((event as CustomEvent).detail.error.code));
      }),
  );
  await page.route(/\/cancel$/, (route) =>
    route.fulfill({ status: 404, contentType: "application/problem+json", body: '{"code":"not_found"}' }),
  );
  await stop(widget).click();
  expect(await codes).toBe("not_found");
  await expect(stop(widget)).toBeVisible();
  await expect(reply(widget)).toHaveAttribute("data-state", "complete");
  expect(await expectSameText([widget], agent, conversation)).toBe(words(400));
});
