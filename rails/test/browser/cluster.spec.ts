import { test as base, expect } from "../../../test/browser/support/fixtures.ts";
import type { Widget } from "../../../test/browser/support/widget.ts";
import { type ClusterBackend, startBackend } from "./cluster-backend.ts";
import { expectInTableOnce, expectPageIsTable } from "./table.ts";
import { Writers } from "./writers.ts";

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

test("one of two processes killed while both sides write loses nothing", async ({ backend, widget }) => {
  // Rails starts twice in it.
  test.slow();
  const conversation = await widget.begin();
  const written = ["Hello"];
  for (const server of [0, 1] as const) {
    const agents = await Writers.begin(backend, conversation, `Agent before ${server}`);
    written.push(...(await writeMany(widget, `Before ${server}`)));
    await agents.during(() => backend.kill(server));
    written.push(...(await writeMany(widget, `After ${server}`)), ...(await agents.stop()));
    expect(agents.failed, "requests that died with the process").toBeGreaterThan(0);
    await widget.caughtUp();
    await expectPageIsTable(widget, backend);
    await expectInTableOnce(backend, conversation, written);
    await backend.revive(server);
  }
});

test("Redis restarted under load loses nothing", async ({ backend, widget }) => {
  const conversation = await widget.begin();
  const agents = await Writers.begin(backend, conversation, "Agent");
  const before = await writeMany(widget, "Before the restart");
  await agents.during(() => backend.stopRedis());
  const without = await writeMany(widget, "Without Redis");
  await agents.during(() => backend.startRedis());
  const after = await writeMany(widget, "After the restart");
  const answered = await agents.stop();
  await widget.caughtUp();
  await expectPageIsTable(widget, backend);
  await expectInTableOnce(backend, conversation, ["Hello", ...before, ...without, ...after, ...answered]);
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
  await expectPageIsTable(widget, backend);
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

/** Three of the visitor's, one right after the other. @returns their bodies */
async function writeMany(widget: Widget, name: string): Promise<readonly string[]> {
  const bodies = [1, 2, 3].map((number) => `${name}, ${number}`);
  for (const body of bodies) await widget.write(body);
  return bodies;
}
