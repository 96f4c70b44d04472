import type { Refusal } from "./conditions.ts";
import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

/** Longer than every backoff, a request that hangs, a `Retry-After`, and the refreshes that may follow a refusal. */
const UNTIL_GIVEN_UP_MS = 240_000;
const THEN_MS = 120_000;

/**
 * Nothing but this fails: a page that follows a conversation asks the bootstrap a few times why, and then says so and
 * leaves the server alone until somebody comes back to it.
 */
export async function refuseForGood(world: World, how: Refusal): Promise<void> {
  const { clock, network, tabs } = world;
  const { conditions } = network;
  world.heal();
  conditions.refusal = how;
  conditions.refusingUntil = Number.POSITIVE_INFINITY;
  network.drop();
  await clock.advance(UNTIL_GIVEN_UP_MS);
  // Who follows nothing has not been refused.
  const pages = tabs.filter((page) => page.alive && page.chat.connection.state !== "idle");
  const socketsBefore = pages.map(({ monitor }) => monitor.socketsOpened);
  for (const page of pages) hasGivenUp(page, world);
  await clock.advance(THEN_MS);
  for (const [index, page] of pages.entries()) {
    const more = page.monitor.socketsOpened - (socketsBefore[index] ?? 0);
    if (page.alive && more > 0) world.violations.push(`${page.name} was refused for good, and opens ${more} sockets`);
  }
  conditions.heal();
  for (const { alive, lifecycle } of pages) if (alive) lifecycle.comeBack();
}

function hasGivenUp({ chat, name }: SimPage, { violations }: World): void {
  const { state } = chat.connection;
  if (state !== "closed" || chat.problem === null) {
    violations.push(
      `${name} is ${state} and tells of ${chat.problem?.code ?? "nothing"}, though the server refuses for good`,
    );
  }
}
