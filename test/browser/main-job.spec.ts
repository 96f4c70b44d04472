import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { sendFailed } from "./support/send-failed.ts";
import { Widget, watchForDoubles } from "./support/widget.ts";

const NOTHING = { local: [], session: [], databases: [], caches: [], cookies: [] };

/** What the browser keeps of the visit, by name, wherever a page can have it kept; cookies of any site. */
async function kept(page: Page) {
  const ofPage = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));
  return { ...ofPage, cookies: (await page.context().cookies()).map(({ name }) => name) };
}

test("a page whose visitor never opens the chat loads one script and opens no socket", async ({
  page,
  visit,
  network,
  site,
}) => {
  const requests: string[] = [];
  const sockets: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  page.on("websocket", (socket) => sockets.push(socket.url()));
  await visit();
  await page.waitForLoadState("networkidle");
  expect(requests).toEqual(["/", "/dist/cablechat.js"]);
  expect(sockets).toEqual([]);
  expect(network.counters.connections).toBe(0);
  expect(await kept(page)).toEqual(NOTHING);
  expect(site.origin).not.toBe(network.origin);
});

test("what a first message leaves in the browser is the session and the outbox", async ({ page, visit, widget }) => {
  await visit();
  await widget.open();
  await widget.begin();
  const { local, ...others } = await kept(page);
  expect(local).toEqual([expect.stringMatching(/^cablechat:session:/)]);
  expect(others).toEqual({ session: [], databases: ["cablechat"], caches: [], cookies: [] });
});

test('storage="none" keeps nothing in the browser, whatever is written', async ({ page, visit, widget }) => {
  await visit({ attributes: { storage: "none" } });
  await widget.open();
  await widget.begin();
  expect(await kept(page)).toEqual(NOTHING);
});

test("an opened chat that nothing is written in opens no socket", async ({ visit, widget, network }) => {
  await visit();
  await widget.open();
  await expect(widget.host.locator('[part="greeting"]')).toBeVisible();
  expect(network.counters.upgrades).toBe(0);
});

test("a visitor and an agent talk, and each message stands once on the page", async ({ visit, widget, agent }) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin("Is the lamp in stock?");
  await agent.say(conversation, "Yes, three of them.");
  await expect(widget.message("Yes, three of them.")).toBeVisible();
  await widget.write("Then I take one.");
  await expect(widget.message("Then I take one.")).toHaveAttribute("data-state", "sent");
  await widget.expectInStepWith(agent);
  expect((await widget.seen()).map(({ text }) => text)).toEqual([
    "Is the lamp in stock?",
    "Yes, three of them.",
    "Then I take one.",
  ]);
});

test("ten messages written before the first is answered become one conversation, in order", async ({
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const texts = Array.from({ length: 10 }, (_, index) => `Quick ${index + 1}`);
  for (const text of texts) await widget.write(text);
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
  expect((await agent.log(await widget.conversation())).map(({ body }) => body)).toEqual(texts);
});

test("an answer that comes while the chat is closed shows on the badge until it is read", async ({
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await widget.host.locator('[part="close"]').click();
  await expect(widget.list).toBeHidden();
  await agent.sayMany(conversation, "Answer", 2);
  await expect(widget.badge).toHaveText("2");
  await expect(widget.launcher).toHaveAccessibleName("Open chat, 2 unread messages");
  await widget.open();
  await expect(widget.badge).toBeHidden();
  await widget.expectInStepWith(agent);
});

test("a reload keeps the conversation, and the badge tells what came meanwhile", async ({
  page,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin("Before the reload");
  await page.goto("about:blank");
  await agent.say(conversation, "While you were away");
  await page.goBack();
  await expect(widget.badge).toHaveText("1");
  await widget.open();
  await expect(widget.message("While you were away")).toBeVisible();
  await widget.expectInStepWith(agent);
});

test("what was written without a network goes out from the next page, once", async ({
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await network.refuse();
  const tried = sendFailed(page);
  await widget.write("Written into the dark");
  await expect(widget.message("Written into the dark")).toHaveAttribute("data-state", "pending");
  await tried;
  await page.reload();
  await widget.open();
  await expect(widget.message("Written into the dark")).toHaveAttribute("data-state", "pending");
  await network.recover();
  await expect(widget.message("Written into the dark")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
  expect(await widget.conversation()).toBe(conversation);
});

test("two tabs of one visitor show the same, and each message once", async ({
  context,
  page,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin("From the first tab");
  const second = await context.newPage();
  await watchForDoubles(second);
  await second.goto(page.url());
  const other = new Widget(second);
  await other.open();
  await other.write("From the second tab");
  await widget.write("From the first tab again");
  await agent.say(conversation, "To both");
  for (const each of [widget, other]) await each.expectInStepWith(agent);
});

test("what the agent edits and deletes changes on the visitor's page", async ({ visit, widget, agent }) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  const [edited, deleted] = [await agent.say(conversation, "At nine"), await agent.say(conversation, "Or not")];
  await expect(widget.message("Or not")).toBeVisible();
  await agent.edit(conversation, edited, "At ten");
  await agent.delete(conversation, deleted);
  await expect(widget.message("At ten")).toBeVisible();
  await expect(widget.message("At nine")).toHaveCount(0);
  await expect(widget.host.locator(`[data-message-id="${deleted}"]`)).toHaveAttribute("data-state", "deleted");
});
