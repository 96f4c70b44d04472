import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

/** Longer than two sockets, every backoff, a request that hangs and a `Retry-After` take. */
const UNTIL_POLLING_MS = 120_000;
/** Of a visitor who looks: an interval, and an answer, or two where one had just been asked for. */
const ARRIVES_WITHIN_MS = 12_000;

/** Nothing but WebSockets fails, and somebody looks at every panel: what is written arrives nevertheless, soon. */
export async function poll(world: World): Promise<void> {
  const { backend, clock, network, tabs } = world;
  world.polled = true;
  world.withoutSocketMs += UNTIL_POLLING_MS;
  world.heal();
  network.conditions.socketlessUntil = Number.POSITIVE_INFINITY;
  network.drop();
  for (const { lifecycle, chat, alive } of tabs) {
    if (!alive) continue;
    lifecycle.setOnline(true);
    lifecycle.setVisible(true);
    chat.open();
  }
  await clock.advance(UNTIL_POLLING_MS);
  const conversation = backend.latest;
  const polling = conversation && !backend.isPast(conversation.id) ? tabs.filter((page) => polls(page, world)) : [];
  world.agentWrites();
  const written = conversation?.log.at(-1);
  const has = ({ chat }: SimPage) => chat.messages.some(({ id }) => id === written?.id);
  await clock.runUntil(() => polling.every(has), ARRIVES_WITHIN_MS);
  for (const page of polling)
    if (!has(page)) world.violations.push(`${page.name} polls, and has not heard of a message`);
  network.conditions.socketlessUntil = 0;
}

/** A page that has a problem waits for somebody to come back to it. */
function polls({ alive, chat, name }: SimPage, { backend, signOuts, violations }: World): boolean {
  if (!alive || chat.problem !== null) return false;
  // A sign-out that was cut short may never have been told: the page goes on with what the visitor has left.
  if (signOuts.wasCutShort && backend.isLeft(chat.conversation?.id ?? null)) return false;
  const { state } = chat.connection;
  if (state !== "polling") violations.push(`${name} is ${state} where WebSockets cannot be had`);
  return state === "polling";
}
