import { expect, test } from "./support/fixtures.ts";
import type { Widget } from "./support/widget.ts";

// What was changed while the visitor was away is there when they are back, in whatever order it happened.

interface ShownConversation {
  readonly status: string;
  readonly assignee: { readonly name: string | null } | null;
  readonly seen: { readonly visitor: string | null; readonly agent: string | null };
}

function conversationOf(widget: Widget): Promise<ShownConversation | null> {
  return widget.host.evaluate(
    (host) => (host as HTMLElement & { conversation: ShownConversation | null }).conversation,
  );
}

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("edits and deletions, of messages that were here and of messages that were not", async ({
  network,
  widget,
  agent,
}) => {
  const conversation = await widget.begin();
  const [edited, deleted] = [await agent.say(conversation, "At nine"), await agent.say(conversation, "Or not")];
  await expect(widget.message("Or not")).toBeVisible();
  await network.refuse();
  await widget.lost();
  await agent.edit(conversation, edited, "At ten");
  await agent.delete(conversation, deleted);
  const missed = await agent.say(conversation, "Never read");
  await agent.edit(conversation, await agent.say(conversation, "Frist"), "First");
  await agent.delete(conversation, missed);
  await agent.edit(conversation, edited, "At eleven");
  await network.recover();
  await widget.caughtUp();
  await expect(widget.message("At eleven")).toHaveCount(1);
  await expect(widget.message("First")).toHaveCount(1);
  for (const gone of ["At nine", "At ten", "Or not", "Never read", "Frist"]) {
    await expect(widget.message(gone)).toHaveCount(0);
  }
  const states = (await widget.seen()).map(({ state }) => state);
  expect(states).toEqual(["sent", "complete", "deleted", "deleted", "complete"]);
  expect((await widget.seen()).map(({ id }) => id)).toEqual((await agent.log(conversation)).map(({ id }) => id));
});

test("more changes than a page of the catch-up has", async ({ network, widget, agent }) => {
  test.slow();
  const conversation = await widget.begin();
  const ids: string[] = [];
  for (let number = 1; number <= 60; number += 1) ids.push(await agent.say(conversation, `Draft ${number}`));
  await expect(widget.message("Draft 60")).toBeVisible();
  await network.refuse();
  await widget.lost();
  for (const [index, id] of ids.entries()) await agent.edit(conversation, id, `Final ${index + 1}`);
  await agent.sayMany(conversation, "New", 60);
  await network.recover();
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("a conversation that was closed, and who it was given to", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  await network.refuse();
  await widget.lost();
  await agent.assign(conversation, "Ana Lima");
  await agent.close(conversation);
  await network.recover();
  await widget.caughtUp();
  await expect(widget.host.locator('[part="title"]')).toHaveText("Ana Lima");
  expect(await conversationOf(widget)).toMatchObject({ status: "closed", assignee: { name: "Ana Lima" } });
});

test("a conversation that was closed and opened again goes on as the same one", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  await network.refuse();
  await widget.lost();
  await agent.close(conversation);
  await agent.reopen(conversation);
  await network.recover();
  await widget.caughtUp();
  expect(await conversationOf(widget)).toMatchObject({ status: "open" });
  await widget.write("Still there?");
  await expect(widget.message("Still there?")).toHaveAttribute("data-state", "sent");
  expect(await widget.conversation()).toBe(conversation);
  await widget.expectInStepWith(agent);
});

test("how far the agent has read", async ({ network, widget, agent }) => {
  const conversation = await widget.begin();
  const [own] = await agent.log(conversation);
  await network.refuse();
  await widget.lost();
  await agent.see(conversation, own?.id ?? "");
  await network.recover();
  await widget.caughtUp();
  expect((await conversationOf(widget))?.seen.agent).toBe(own?.id);
});

test("what another tab has read, here as well", async ({ context, page, network, widget, agent }) => {
  const conversation = await widget.begin();
  await widget.host.evaluate((host) => (host as HTMLElement & { close(): void }).close());
  const id = await agent.say(conversation, "Read elsewhere");
  await expect(widget.badge).toHaveText("1");
  const other = await context.newPage();
  await other.goto(page.url());
  const told = other.waitForResponse(/seen/);
  network.reset();
  await other.locator('cable-chat [part="launcher"]').click();
  await told;
  await widget.caughtUp();
  await expect.poll(async () => (await conversationOf(widget))?.seen.visitor).toBe(id);
  await expect(widget.badge).toBeHidden();
});
