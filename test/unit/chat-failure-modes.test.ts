import { describe, expect, it } from "vitest";
import type { ShownMessage } from "../../src/core/message.ts";
import { World } from "../simulation/world.ts";

/** A quiet world in which a visitor looks at a conversation of three messages, followed and caught up. */
async function talk(): Promise<World> {
  const world = new World({
    seed: 1,
    backend: { revisions: true, numericIds: false, pageSize: 100, bootstrapSize: 50 },
    network: { reorderMs: 0, duplicateChance: 0 },
    history: 3,
    identifies: false,
    elsewhere: 0,
    tabs: 1,
    commands: [],
  });
  world.page.chat.open();
  await world.clock.advance(5_000);
  expect(world.page.chat.connection).toEqual({ state: "connected", caughtUp: true });
  return world;
}

/** What happens between the drop and the next confirmation reaches nobody. */
async function whileAway(world: World, happens: () => void): Promise<void> {
  world.network.drop();
  await world.clock.runUntil(() => world.page.chat.connection.state !== "connected", 1_000);
  happens();
  await world.clock.runUntil(() => world.page.chat.connection.state === "connected", 20_000);
  await world.clock.advance(1_000);
}

function shown({ page }: World): Pick<ShownMessage, "id" | "state" | "body">[] {
  return page.chat.messages.map(({ id, state, body }) => ({ id, state, body }));
}

function log({ backend }: World): Pick<ShownMessage, "id" | "state" | "body">[] {
  return backend.latest?.log.map(({ id, state, body }) => ({ id, state, body })) ?? [];
}

describe("after a drop", () => {
  it("a catch-up asks from the last message the backend has, not from one that is still on its way", async () => {
    const world = await talk();
    world.network.conditions.restFaults.push("unavailable", "unavailable");
    world.write();
    await world.clock.advance(100);
    expect(world.page.chat.messages.at(-1)?.delivery).toBe("pending");

    await whileAway(world, () => world.agentWrites());
    await world.clock.advance(30_000);

    expect(shown(world)).toEqual(log(world));
    expect(world.page.monitor.violations).toEqual([]);
  });

  it("edits, deletions and the end of the conversation that happened meanwhile are all there", async () => {
    const world = await talk();

    await whileAway(world, () => {
      world.agentEdits(0);
      world.agentDeletes(0.99);
      world.backend.latest?.close();
    });

    expect(shown(world)).toEqual(log(world));
    expect(shown(world).map(({ state }) => state)).toEqual(["complete", "complete", "deleted"]);
    expect(shown(world)[1]?.body).toMatch(/^edited/);
    expect(world.page.chat.conversation?.status).toBe("closed");
  });

  it.each([
    ["a year ahead", 365 * 86_400_000],
    ["a year behind", -365 * 86_400_000],
  ])("nothing is missed where this machine's wall clock is %s of the server's", async (_, byMs) => {
    const world = await talk();
    const serverTime = world.clock.wallNow();
    world.clock.jumpWall(byMs);
    expect(Math.abs(world.clock.wallNow() - serverTime)).toBe(Math.abs(byMs));

    await whileAway(world, () => {
      // The server's own clock is right.
      world.clock.jumpWall(-byMs);
      for (let count = 0; count < 5; count += 1) world.agentWrites();
      world.clock.jumpWall(byMs);
    });

    expect(shown(world)).toEqual(log(world));
    expect(shown(world)).toHaveLength(8);
  });

  it("a reply that was being streamed goes on, and its text is exactly the server's", async () => {
    const world = await talk();
    world.agentStreams(10, 500);
    await world.clock.advance(1_300);
    expect(shown(world).at(-1)?.state).toBe("streaming");

    await whileAway(world, () => undefined);
    await world.clock.advance(10_000);

    expect(shown(world)).toEqual(log(world));
    expect(shown(world).at(-1)?.body).toMatch(/^( chunk \d){10}$/);
  });

  it("a reply whose server has died is failed, with the text it had", async () => {
    const world = await talk();
    world.agentStreams(10, 500);
    await world.clock.advance(1_300);

    world.network.takeDown(2_000, { farewell: false, answers503: false });
    await world.clock.advance(20_000);

    expect(shown(world).at(-1)).toMatchObject({ state: "failed", body: " chunk 0 chunk 1" });
    expect(shown(world)).toEqual(log(world));
  });
});

describe("a server that dies over a message", () => {
  it.each(["before-broadcast", "before-response"] as const)("has it once, shown once: %s", async (at) => {
    const world = await talk();
    world.network.conditions.serverCrash = { at, ms: 3_000, answers503: false };

    world.write();
    await world.clock.advance(60_000);

    expect(shown(world)).toEqual(log(world));
    expect(shown(world).map(({ body }) => body)).toContain("visitor 3");
    expect(shown(world)).toHaveLength(4);
    expect(world.page.chat.messages.at(-1)?.delivery).toBe("sent");
  });
});
