import { expect, test } from "./support/fixtures.ts";

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

for (const signal of ["SIGKILL", "SIGTERM"] as const) {
  test(`a server ended by ${signal} while both sides write comes back with every message once`, async ({
    backend,
    widget,
    agent,
  }) => {
    const conversation = await widget.begin();
    // The agent's side tries again until the backend has it, as the desk's outbox does.
    const answers = agent.sayMany(conversation, "Agent", 12);
    for (let number = 1; number <= 4; number += 1) await widget.write(`Visitor ${number}`);
    await backend.halt(signal);
    for (let number = 5; number <= 8; number += 1) await widget.write(`Visitor ${number}`);
    await widget.lost();
    await expect(widget.banner).toHaveText(/Reconnecting/);
    await backend.start();
    await answers;
    await widget.caughtUp();
    await widget.expectInStepWith(agent);
    const log = await agent.log(conversation);
    expect(log.filter(({ author }) => author.type === "visitor").map(({ body }) => body)).toEqual([
      "Hello",
      ...Array.from({ length: 8 }, (_, index) => `Visitor ${index + 1}`),
    ]);
    await expect(widget.banner).toBeEmpty();
  });
}

test("a server that was killed before it could answer the first message ever still gets it, once", async ({
  backend,
  widget,
  agent,
}) => {
  await expect(widget.host.locator('[part="greeting"]')).toBeVisible();
  await backend.halt("SIGKILL");
  await widget.write("First words");
  await widget.write("Second words");
  await expect(widget.message("Second words")).toHaveAttribute("data-state", "pending");
  await backend.start();
  await expect(widget.message("Second words")).toHaveAttribute("data-state", "sent", { timeout: 40_000 });
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("a chat opened while the server is down says so, and comes up by itself", async ({
  backend,
  page,
  widget,
  agent,
}) => {
  await widget.begin("Before the night");
  await backend.halt("SIGTERM");
  await page.reload();
  await widget.open();
  await expect(widget.host.getByText(/cannot reach the chat/)).toBeVisible();
  await backend.start();
  await expect(widget.message("Before the night")).toBeVisible({ timeout: 40_000 });
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});
