import { test as base, expect } from "../../../test/browser/support/fixtures.ts";
import { type ClusterBackend, startBackend } from "./cluster-backend.ts";

const test = base.extend<object, { backend: ClusterBackend }>({
  backend: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const backend = await startBackend({});
      await use(backend);
      await backend.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
});

test.beforeEach(async ({ visit, widget }) => {
  await visit();
  await widget.open();
});

test("one of two processes killed while both sides write loses nothing", async ({ backend, widget, agent }) => {
  const conversation = await widget.begin();
  for (const server of [0, 1] as const) {
    const answers = agent.sayMany(conversation, `Agent ${server}`, 20);
    for (let number = 1; number <= 3; number += 1) await widget.write(`Before ${server}/${number}`);
    await backend.kill(server);
    for (let number = 1; number <= 3; number += 1) await widget.write(`After ${server}/${number}`);
    await answers;
    await widget.caughtUp();
    await widget.expectInStepWith(agent);
    await backend.revive(server);
  }
});

test("Redis restarted under load loses nothing", async ({ backend, widget, agent }) => {
  const conversation = await widget.begin();
  const answers = agent.sayMany(conversation, "Agent", 40);
  await widget.write("Before the restart");
  await backend.stopRedis();
  await backend.startRedis();
  await widget.write("After the restart");
  await answers;
  await expect(widget.message("After the restart")).toHaveAttribute("data-state", "sent");
  await expect(widget.message("Agent 40")).toBeVisible();
  await widget.expectInStepWith(agent);
});

test("what is written while Redis is down is there as soon as it is back, though no broadcast told of it", async ({
  backend,
  widget,
  agent,
}) => {
  const conversation = await widget.begin();
  await backend.stopRedis();
  await agent.sayMany(conversation, "Unheard", 5);
  await widget.write("Into the silence");
  await expect(widget.message("Into the silence")).toHaveAttribute("data-state", "sent");
  await backend.startRedis();
  // Not only by the look at an open panel every 40 s: the processes ask every socket to come back.
  await expect(widget.message("Unheard 5")).toBeVisible({ timeout: 12_000 });
  await widget.caughtUp();
  await widget.expectInStepWith(agent);
});

test("both processes broadcast to the readers of both", async ({ backend, page, widget, agent }) => {
  const conversation = await widget.begin();
  // Whichever process has the socket: the balancer gives each call to the next one.
  await agent.sayMany(conversation, "Agent", 10);
  await expect(widget.message("Agent 10")).toBeVisible();
  await backend.kill(1);
  await widget.caughtUp();
  await agent.sayMany(conversation, "Alone", 3);
  await expect(widget.message("Alone 3")).toBeVisible();
  await backend.revive(1);
  await page.reload();
  await widget.open();
  await agent.sayMany(conversation, "Again", 4);
  await expect(widget.message("Again 4")).toBeVisible();
  await widget.expectInStepWith(agent);
});
