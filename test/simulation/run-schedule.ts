import { difference } from "./difference.ts";
import { destroy, perform } from "./perform.ts";
import type { Schedule } from "./schedule.ts";
import type { SimPage } from "./sim-page.ts";
import { World } from "./world.ts";

/** Longer than every backoff, timeout and look at the backend put together. */
const REST_WITHIN_MS = 180_000;
const MAX_HISTORY_PAGES = 200;

/** Runs a schedule from the first page load to the last `destroy()`. @returns every promise that was broken */
export async function runSchedule(schedule: Schedule): Promise<World> {
  const world = new World(schedule);
  for (const command of schedule.commands) {
    world.network.tell(`# ${JSON.stringify(command)}`);
    await perform(world, command);
    world.collect();
    if (world.violations.length > 0) return world;
  }
  await comeToRest(world);
  if (world.violations.length === 0) await loadEverything(world);
  await destroy(world);
  world.retire();
  return world;
}

/** All faults are over, and the visitor looks at the open panel. What the agent writes then arrives too. */
async function comeToRest(world: World): Promise<void> {
  const { clock, network, page, violations } = world;
  network.conditions.heal();
  page.lifecycle.setOnline(true);
  page.lifecycle.setVisible(true);
  page.chat.open();
  const agrees = () => difference(world) === null;
  if (!(await clock.runUntil(agrees, REST_WITHIN_MS)) && page.chat.problem) comeBack(page);
  if (await clock.runUntil(agrees, REST_WITHIN_MS)) {
    world.agentWrites();
    await clock.runUntil(agrees, REST_WITHIN_MS);
  }
  const left = difference(world);
  if (left !== null) violations.push(`at rest: ${left}`);
}

/** An endpoint that was never right is not asked again before somebody comes back to the page. */
function comeBack({ lifecycle }: SimPage): void {
  lifecycle.setVisible(false);
  lifecycle.setVisible(true);
}

/** Page by page to the beginning; where the place is not known any more, the chat bootstraps anew. */
async function loadEverything(world: World): Promise<void> {
  const { chat } = world.page;
  const complete = () => !chat.hasMoreBefore && difference(world) === null;
  for (let pages = 0; !complete() && pages < MAX_HISTORY_PAGES; pages += 1) {
    void chat.loadOlder();
    await world.clock.runUntil(() => !chat.loadingOlder && difference(world) === null, 10_000);
  }
  const left = chat.hasMoreBefore ? "there is always more" : difference(world);
  if (left !== null) world.violations.push(`with its history: ${left}`);
}
