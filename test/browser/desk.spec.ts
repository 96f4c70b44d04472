import { createRequire } from "node:module";
import type { Browser, Page } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { DeskPage } from "./support/desk-page.ts";
import { test as base, expect, through } from "./support/fixtures.ts";
import { sendFailed } from "./support/send-failed.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core");

/** The agent's browser is another one than the visitor's. */
const test = base.extend<{ agentPage: Page; desk: DeskPage }>({
  agentPage: async ({ browser }: { browser: Browser }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    const uncaught: string[] = [];
    page.on("pageerror", ({ message }) => uncaught.push(message));
    await use(page);
    await context.close();
    expect(uncaught, "uncaught exceptions at the desk").toEqual([]);
  },
  desk: ({ agentPage }, use) => use(new DeskPage(agentPage)),
});

test("an agent signs in, answers a visitor, and sees the page they write from", async ({
  visit,
  widget,
  backend,
  desk,
  page,
}) => {
  await visit({ attributes: {} });
  await widget.open();
  const conversation = await widget.begin("Is the lamp in stock?");
  await desk.signIn(backend.desk, backend.token);
  await expect(desk.head(conversation)).toContainText("Is the lamp in stock?");
  await desk.open(conversation);
  await expect(desk.details.getByRole("link").first()).toHaveAttribute("href", page.url());
  await desk.write("Yes, three of them.");
  await expect(widget.message("Yes, three of them.")).toBeVisible();
  await expect(desk.message("Yes, three of them.")).toHaveAttribute("data-state", "sent");
});

test("a new conversation comes to the top of the list while the agent looks elsewhere", async ({
  visit,
  widget,
  backend,
  desk,
}) => {
  await desk.signIn(backend.desk, backend.token);
  await desk.caughtUp();
  await visit();
  await widget.open();
  const conversation = await widget.begin("Hello from outside");
  const first = desk.host.locator('[part="conversation"]').first();
  await expect(first).toHaveAttribute("data-conversation-id", conversation);
  await expect(first).toContainText("1 unread message");
});

test("a wrong token is refused in words, and is kept nowhere", async ({ backend, desk, agentPage }) => {
  await desk.signIn(backend.desk, "guessed");
  await expect(agentPage.getByRole("alert")).toContainText("does not know this token");
  await expect(desk.token).toBeVisible();
  const kept = await agentPage.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain("guessed");
  expect(agentPage.url()).not.toContain("guessed");
});

test("neither side loses a word while the agent's socket is cut and the server is killed", async ({
  visit,
  widget,
  backend,
  network,
  desk,
  agent,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin("Before");
  await desk.signIn(through(network, backend.desk), backend.token);
  await desk.open(conversation);
  await desk.caughtUp();
  network.reset();
  await desk.write("While the socket was cut");
  await backend.halt("SIGKILL");
  await desk.write("While the server was dead");
  await widget.write("The visitor, meanwhile");
  await expect(desk.message("While the server was dead")).toHaveAttribute("data-state", "pending");
  await expect(desk.status).toContainText("to be sent");
  await backend.start();
  await expect(desk.message("The visitor, meanwhile")).toBeVisible({ timeout: 30_000 });
  await expect(desk.message("While the server was dead")).toHaveAttribute("data-state", "sent", { timeout: 30_000 });
  await desk.expectInStepWith(agent, conversation);
  await widget.expectInStepWith(agent);
});

test("what an agent wrote before a reload goes out after it, once", async ({
  visit,
  widget,
  backend,
  network,
  desk,
  agent,
  agentPage,
}) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin("Before");
  await desk.signIn(through(network, backend.desk), backend.token);
  await desk.open(conversation);
  await network.refuse();
  const tried = sendFailed(agentPage);
  await desk.write("Written in the dark");
  await expect(desk.message("Written in the dark")).toHaveAttribute("data-state", "pending");
  await tried;
  await network.accept();
  await agentPage.reload();
  await desk.open(conversation);
  await expect(desk.message("Written in the dark")).toHaveAttribute("data-state", "sent");
  const log = await agent.log(conversation);
  expect(log.map(({ body }) => body)).toEqual(["Before", "Written in the dark"]);
});

test("an agent works by keyboard alone", async ({ visit, widget, backend, desk, agentPage }) => {
  await visit();
  await widget.open();
  const conversation = await widget.begin("By keyboard?");
  await desk.signIn(backend.desk, backend.token);
  await desk.head(conversation).focus();
  await agentPage.keyboard.press("Enter");
  await expect(desk.input).toBeFocused();
  await agentPage.keyboard.type("By keyboard.");
  await agentPage.keyboard.press("Enter");
  await expect(widget.message("By keyboard.")).toBeVisible();
  await agentPage.keyboard.press("Escape");
  await expect(desk.head(conversation)).toBeFocused();
});

test("on a phone there is one pane at a time, and none is wider than the screen", async ({
  visit,
  widget,
  backend,
  desk,
  agentPage,
}) => {
  await agentPage.setViewportSize({ width: 390, height: 844 });
  await visit();
  await widget.open();
  const conversation = await widget.begin("On a phone?");
  await desk.signIn(backend.desk, backend.token);
  await desk.open(conversation);
  await expect(desk.head(conversation)).toBeHidden();
  await agentPage.getByRole("button", { name: "Visitor's details" }).click();
  await expect(desk.details).toBeVisible();
  await agentPage.getByRole("button", { name: "Back to the conversation" }).click();
  await agentPage.getByRole("button", { name: "Back to the list" }).click();
  await expect(desk.head(conversation)).toBeFocused();
  expect(await agentPage.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe-core finds nothing at the desk, ${colorScheme}`, async ({ visit, widget, backend, desk, agentPage }) => {
    await agentPage.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await visit();
    await widget.open();
    const conversation = await widget.begin("Accessible?");
    await desk.signIn(backend.desk, backend.token);
    await desk.open(conversation);
    await desk.write("Accessible.");
    await expect(desk.message("Accessible.")).toHaveAttribute("data-state", "sent");
    await agentPage.addScriptTag({ path: AXE });
    const { violations } = await agentPage.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
}
