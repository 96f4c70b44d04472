import type { Page } from "@playwright/test";
import { axeFindings } from "./support/axe.ts";
import type { Backend } from "./support/backend.ts";
import { expect, test } from "./support/fixtures.ts";

/** An agent's own browser tab, signed in at the real desk. */
async function signIn(page: Page, backend: Backend): Promise<Page> {
  const desk = await page.context().newPage();
  await desk.goto(backend.desk);
  await desk.getByLabel("Agent's token").fill(backend.token);
  await desk.getByRole("button", { name: "Sign in" }).click();
  await expect(desk.locator("cablechat-desk")).toBeVisible();
  return desk;
}

function pick(desk: Page, conversation: string): Promise<void> {
  return desk.locator(`[part="conversation"][data-conversation-id="${conversation}"]`).click();
}

function said(desk: Page, text: string) {
  return desk.locator('cablechat-desk [part="message"]').filter({ has: desk.getByText(text, { exact: true }) });
}

async function reply(desk: Page, text: string): Promise<void> {
  await desk.locator('cablechat-desk [part="input"]').fill(text);
  await desk.locator('cablechat-desk [part="input"]').press("Enter");
}

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("a visitor and an agent at the desk talk, and both see every message once", async ({
  page,
  backend,
  widget,
  agent,
}) => {
  const desk = await signIn(page, backend);
  const conversation = await widget.begin("Do you ship to Bergen?");
  await pick(desk, conversation);
  await expect(said(desk, "Do you ship to Bergen?")).toHaveCount(1);
  await reply(desk, "We do, in two days.");
  await expect(widget.message("We do, in two days.")).toBeVisible();
  await widget.write("Then I order one");
  await expect(said(desk, "Then I order one")).toHaveCount(1);
  await widget.expectInStepWith(agent);
  await expect(desk.locator('cablechat-desk [part="message"]')).toHaveCount(3);
});

test("the agent sees which page the visitor writes from", async ({ page, backend, widget }) => {
  const conversation = await widget.begin("Where am I?");
  const desk = await signIn(page, backend);
  await pick(desk, conversation);
  await expect(desk.locator('[part="details"]')).toContainText("A shop");
  await expect(desk.locator('[part="details"]').getByRole("link")).toHaveAttribute("href", page.url());
});

test("what the agent edits and deletes changes on the visitor's page", async ({ widget, agent }) => {
  const conversation = await widget.begin();
  const [edited, deleted] = [await agent.say(conversation, "At nine"), await agent.say(conversation, "Or not")];
  await expect(widget.message("Or not")).toBeVisible();
  await agent.edit(conversation, edited, "At ten");
  await agent.delete(conversation, deleted);
  await expect(widget.message("At ten")).toBeVisible();
  await expect(widget.message("At nine")).toHaveCount(0);
  await expect(widget.host.locator(`[data-message-id="${deleted}"]`)).toHaveAttribute("data-state", "deleted");
});

test("a server killed while both sides write loses neither side's words", async ({ page, backend, widget, agent }) => {
  const conversation = await widget.begin();
  const desk = await signIn(page, backend);
  await pick(desk, conversation);
  await expect(said(desk, "Hello")).toHaveCount(1);
  await backend.halt("SIGKILL");
  for (let number = 1; number <= 3; number += 1) {
    await widget.write(`Visitor ${number}`);
    await reply(desk, `Agent ${number}`);
  }
  await expect(said(desk, "Agent 3")).toHaveAttribute("data-state", "pending");
  await backend.start();
  await expect(said(desk, "Agent 3")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  await expect(widget.message("Visitor 3")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
  const texts = (await agent.log(conversation)).map(({ id }) => id);
  await expect
    .poll(() =>
      desk
        .locator('cablechat-desk [part="message"]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-message-id"))),
    )
    .toEqual(texts);
});

test("a token the server does not know is said to be wrong", async ({ page, backend }) => {
  await page.goto(backend.desk);
  await page.getByLabel("Agent's token").fill("not-the-token");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("does not know this token");
});

test("axe-core finds nothing at the desk with a conversation open", async ({ page, backend, widget }) => {
  const conversation = await widget.begin();
  const desk = await signIn(page, backend);
  await pick(desk, conversation);
  await expect(said(desk, "Hello")).toHaveCount(1);
  expect(await axeFindings(desk)).toEqual([]);
});
