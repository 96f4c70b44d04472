import type { Page } from "@playwright/test";
import { anotherTab } from "./support/another-tab.ts";
import { expect, test } from "./support/fixtures.ts";
import type { Widget } from "./support/widget.ts";

interface Sender extends HTMLElement {
  send(text: string): unknown;
  reset(): Promise<void>;
}

/** All at once, as no visitor could type. */
async function sendAll(widget: Widget, texts: readonly string[]): Promise<void> {
  await widget.host.evaluate((host, all) => {
    for (const text of all) (host as Sender).send(text);
  }, texts);
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name} ${index + 1}`);
}

/** The tab has made or left out the sound for what its badge shows: a timer that was set later has run, and a lock was had. */
async function soundDecided(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((run) => setTimeout(run, 500));
    const { held = [], pending = [] } = await navigator.locks.query();
    for (const { name = "" } of [...held, ...pending]) await navigator.locks.request(name, () => undefined);
  });
}

/** The backend takes nothing that this tab sends. @returns what ends it */
async function refuseWhatIsSentBy(page: Page): Promise<() => Promise<void>> {
  const posts = (url: URL) => url.pathname.endsWith("/messages");
  await page.route(posts, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const headers = { "Access-Control-Allow-Origin": "*", "Content-Type": "application/problem+json" };
    await route.fulfill({ status: 422, headers, body: JSON.stringify({ code: "invalid", title: "Not so" }) });
  });
  return () => page.unroute(posts);
}

for (const [locks, prepare] of [
  ["with Web Locks", () => undefined],
  ["without Web Locks", () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined })],
] as const) {
  test(`${locks}, twenty rapid first messages from three tabs are one conversation, each once, in order`, async ({
    context,
    page,
    visit,
    widget,
    agent,
  }) => {
    await context.addInitScript(prepare);
    await visit();
    const tabs = [widget, await anotherTab(context, page), await anotherTab(context, page)];
    for (const tab of tabs) await tab.open();
    const written = [numbered("First tab", 7), numbered("Second tab", 7), numbered("Third tab", 6)];
    await Promise.all(tabs.map((tab, index) => sendAll(tab, written[index] ?? [])));
    for (const tab of tabs) await expect(tab.messages).toHaveCount(20);
    for (const tab of tabs) await tab.caughtUp();
    const conversations = new Set(await Promise.all(tabs.map((tab) => tab.conversation())));
    expect(conversations.size).toBe(1);
    for (const tab of tabs) await tab.expectInStepWith(agent);
    const bodies = (await agent.log(await widget.conversation())).map(({ body }) => body);
    expect(bodies).toHaveLength(20);
    for (const texts of written) expect(bodies.filter((body) => texts.includes(body))).toEqual(texts);
  });
}

test("a tab that was opened before the first message ever begins with it, and has a badge for the answer", async ({
  context,
  page,
  visit,
  widget,
  agent,
}) => {
  await visit();
  const other = await anotherTab(context, page);
  await widget.open();
  const conversation = await widget.begin();
  await other.caughtUp();
  await page.keyboard.press("Escape");
  await agent.say(conversation, "The answer");
  await expect(other.badge).toHaveText("1");
});

test("what a tab was sending when it crashed is sent by another, once and in order", async ({
  context,
  page,
  visit,
  widget,
  agent,
  network,
}) => {
  await visit();
  await widget.open();
  const other = await anotherTab(context, page);
  await other.open();
  await other.begin("Before it");
  network.stall({ only: "http" });
  network.halfOpen({ only: "http" });
  await sendAll(widget, numbered("Dying", 5));
  await expect(other.messages).toHaveCount(6);
  const devtools = await context.newCDPSession(page);
  // It answers nothing any more.
  void devtools.send("Page.crash").catch((error: Error) => expect(error.message).toMatch(/crash|closed/i));
  await page.waitForEvent("crash");
  await network.recover();
  network.reset({ only: "http" });
  await expect(other.message("Dying 5")).toHaveAttribute("data-state", "sent", { timeout: 30_000 });
  await other.expectInStepWith(agent);
});

test("a message that fails in one tab has failed in the other, and goes out when it is retried there", async ({
  context,
  page,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  await widget.begin();
  const other = await anotherTab(context, page);
  await other.open();
  const accept = await refuseWhatIsSentBy(page);
  await widget.write("Refused");
  await expect(widget.message("Refused")).toHaveAttribute("data-state", "failed");
  await expect(other.message("Refused")).toHaveAttribute("data-state", "failed");
  await accept();
  await other.host.locator('[part="retry"]').click();
  for (const tab of [widget, other]) await expect(tab.message("Refused")).toHaveAttribute("data-state", "sent");
  for (const tab of [widget, other]) await tab.expectInStepWith(agent);
});

test("a message that is deleted in one tab is gone from the other", async ({ context, page, visit, widget, agent }) => {
  await visit();
  await widget.open();
  await widget.begin();
  const other = await anotherTab(context, page);
  await other.open();
  const accept = await refuseWhatIsSentBy(page);
  await widget.write("Refused");
  await expect(other.message("Refused")).toHaveAttribute("data-state", "failed");
  await accept();
  await other.host.locator('[part="delete"]').click();
  for (const tab of [widget, other]) await expect(tab.message("Refused")).toHaveCount(0);
  for (const tab of [widget, other]) await tab.expectInStepWith(agent);
});

test("what is sent in one tab shows in another whose own line is dead", async ({
  context,
  page,
  visit,
  widget,
  network,
}) => {
  await visit();
  await widget.open();
  await widget.begin();
  const other = await anotherTab(context, page);
  await other.open();
  await other.caughtUp();
  await network.refuse({ only: "websocket" });
  await widget.write("Past the cable");
  await expect(other.message("Past the cable")).toHaveAttribute("data-state", "sent");
  await network.recover();
});

test("what is read in one tab is read in the other, also without a network", async ({
  context,
  page,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin();
  await page.keyboard.press("Escape");
  const other = await anotherTab(context, page);
  await other.caughtUp();
  await agent.sayMany(conversation, "Unread", 2);
  for (const tab of [widget, other]) await expect(tab.badge).toHaveText("2");
  await context.setOffline(true);
  await other.open();
  await expect(widget.badge).toBeHidden();
});

test("signed out in one tab, the other shows nothing of it and keeps what is half written", async ({
  context,
  page,
  visit,
  widget,
  agent,
}) => {
  await visit();
  await widget.open();
  const before = await widget.begin("A secret");
  const other = await anotherTab(context, page);
  await other.open();
  await expect(other.message("A secret")).toBeVisible();
  await other.input.fill("Half writ");
  await widget.host.evaluate((host) => (host as Sender).reset());
  for (const tab of [widget, other]) await expect(tab.messages).toHaveCount(0);
  await expect(other.input).toHaveValue("Half writ");
  await other.write("Somebody else");
  for (const tab of [widget, other]) await expect(tab.message("Somebody else")).toHaveAttribute("data-state", "sent");
  for (const tab of [widget, other]) await tab.caughtUp();
  expect(await other.conversation()).not.toBe(before);
  for (const tab of [widget, other]) await tab.expectInStepWith(agent);
});

test("an answer that nobody looks at is heard once, in one of the tabs that were clicked in", async ({
  context,
  page,
  visit,
  widget,
  agent,
}) => {
  await context.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function counted(...when) {
      const tones = Number(document.documentElement.dataset["tones"] ?? 0);
      document.documentElement.dataset["tones"] = String(tones + 1);
      start.apply(this, when);
    };
  });
  await visit({ attributes: { sound: "" } });
  await widget.open();
  const conversation = await widget.begin();
  const tabs = [widget, await anotherTab(context, page), await anotherTab(context, page)];
  const tones = async () => {
    const each = tabs.map(({ page: its }) => its.locator("html").getAttribute("data-tones"));
    return (await Promise.all(each)).reduce((sum, count) => sum + Number(count ?? 0), 0);
  };
  for (const tab of tabs.slice(1)) await tab.caughtUp();
  await agent.say(conversation, "Read at once");
  await expect(widget.message("Read at once")).toBeVisible();
  await page.keyboard.press("Escape");
  for (const tab of tabs) await tab.page.locator("h1").click();
  for (const [count, text] of ["Heard", "Heard as well", "And again"].entries()) {
    await agent.say(conversation, text);
    for (const tab of tabs) await expect(tab.badge).toHaveText(String(count + 1));
    for (const tab of tabs) await soundDecided(tab.page);
    expect(await tones()).toBe(count + 1);
  }
});
