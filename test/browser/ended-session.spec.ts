import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";
import { Widget } from "./support/widget.ts";

/** The visitor's secret, as the browser keeps it. */
function session(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith("cablechat:session:"));
    return key === undefined ? undefined : (localStorage.getItem(key) ?? undefined);
  });
}

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("a session that staff end is told of at once, and what is written then begins anew below what is there", async ({
  page,
  widget,
  agent,
}) => {
  const earlier = await widget.begin("In confidence");
  await agent.say(earlier, "An answer");
  await expect(widget.message("An answer")).toBeVisible();
  const before = await session(page);
  await agent.endSession(earlier);
  await expect(widget.banner).toHaveText("Your conversation has ended. What you write starts a new one.");
  await expect(widget.message("An answer")).toBeVisible();
  await expect.poll(() => session(page)).not.toBe(before);

  await widget.write("A new beginning");
  await expect(widget.message("A new beginning")).toHaveAttribute("data-state", "sent");
  await expect(widget.banner).toBeEmpty();
  await widget.caughtUp();
  const next = await widget.conversation();
  expect(next).not.toBe(earlier);
  await agent.say(next, "Welcome");
  await expect(widget.message("Welcome")).toBeVisible();
  expect((await widget.seen()).map(({ text }) => text)).toEqual([
    "In confidence",
    "An answer",
    "A new beginning",
    "Welcome",
  ]);
  expect(await widget.doubles()).toEqual([]);
});

test("what is being written when it ends stays in the field, and can be sent", async ({ widget, agent }) => {
  const earlier = await widget.begin();
  await widget.input.pressSequentially("Half a thou");
  await agent.endSession(earlier);
  await expect(widget.banner).toHaveText(/conversation has ended/);
  await expect(widget.input).toHaveValue("Half a thou");
  await expect(widget.input).toBeFocused();
  await widget.input.pressSequentially("ght");
  await widget.input.press("Enter");
  await expect(widget.message("Half a thought")).toHaveAttribute("data-state", "sent");
  await widget.caughtUp();
  const next = await widget.conversation();
  expect(next).not.toBe(earlier);
  expect((await agent.log(next)).map(({ body }) => body)).toEqual(["Half a thought"]);
});

test("what is pending when it ends goes out under the next one, in order, once", async ({
  page,
  widget,
  agent,
  network,
}) => {
  const earlier = await widget.begin();
  await network.refuse();
  for (const text of ["one", "two", "three"]) await widget.write(text);
  await agent.endSession(earlier);
  await network.recover();
  await expect(widget.message("three")).toHaveAttribute("data-state", "sent", { timeout: 30_000 });
  await widget.caughtUp();
  const log = await agent.log(await widget.conversation());
  expect(log.map(({ body }) => body)).toEqual(["one", "two", "three"]);
  const own = (await widget.seen()).slice(1).map(({ clientId }) => clientId);
  expect(log.map(({ client_id }) => client_id)).toEqual(own);

  await page.reload();
  await widget.open();
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
  expect((await widget.seen()).map(({ text }) => text)).toEqual(["one", "two", "three"]);
});

test("two tabs begin one new session between them", async ({ page, context, widget, agent }) => {
  const earlier = await widget.begin("Seen in both");
  const other = new Widget(await context.newPage());
  await other.page.goto(page.url());
  await other.open();
  await expect(other.message("Seen in both")).toBeVisible();
  await agent.endSession(earlier);
  for (const tab of [widget, other]) await expect(tab.banner).toHaveText(/conversation has ended/);
  const conversation = await widget.begin("From the first");
  expect(conversation).not.toBe(earlier);
  expect(await other.begin("From the second")).toBe(conversation);
  expect((await agent.log(conversation)).map(({ body }) => body)).toEqual(["From the first", "From the second"]);
  await expect(widget.message("From the second")).toBeVisible();
  await other.page.close();
});

test("found ended at the next visit, it is said, and the visitor writes on", async ({ page, widget, agent }) => {
  const earlier = await widget.begin();
  await page.goto("about:blank");
  await agent.endSession(earlier);
  await page.goBack();
  await widget.open();
  await expect(widget.banner).toHaveText(/conversation has ended/);
  await widget.begin("Here again");
  await widget.expectInStepWith(agent);
});
