import type { Command } from "./command.ts";
import { difference, unstopped } from "./difference.ts";
import { destroy, perform } from "./perform.ts";
import { readAtRest } from "./read-at-rest.ts";
import type { Schedule } from "./schedule.ts";
import type { SimPage } from "./sim-page.ts";
import { World } from "./world.ts";

/** Longer than every backoff, timeout and look at the backend put together. */
const REST_WITHIN_MS = 180_000;
/** Longer than a storage or a lock is ever late. */
const LAST_WORDS_MS = 30_000;
/** Longer than its backoff, a request that hangs and a server's `Retry-After` put together; shorter than the slowest stream. */
const CANCEL_WITHIN_MS = 50_000;
/** Longer than a request takes that a page had made which is gone by now: it is still obeyed. */
const ON_ITS_WAY_MS = 5_000;
const MAX_HISTORY_PAGES = 200;
const ASKS_AGAIN_MS = 1_000;

/** Runs a schedule from the first page load to the last `destroy()`. @returns every promise that was broken */
export async function runSchedule(schedule: Schedule, record = false): Promise<World> {
  const world = new World(schedule, record);
  await run(world, schedule.commands);
  if (world.twoSessions.were) world.violations.length = 0;
  return world;
}

async function run(world: World, commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    world.network.tell(() => `# ${JSON.stringify(command)}`);
    await perform(world, command);
    world.collect();
    if (world.violations.length > 0 || world.twoSessions.were) return;
  }
  // Another tab may not know of it, and then it is right to go on.
  if (world.signOuts.wasCutShort) return;
  await comeToRest(world);
  if (world.violations.length === 0) await readAtRest(world);
  if (world.violations.length === 0) await loadWhereStorageFailed(world);
  for (const page of world.tabs) if (world.violations.length === 0) await loadEverything(world, page);
  await end(world);
}

/** All faults are over, and the visitor looks at the open panels. What the agent writes then arrives too. */
async function comeToRest(world: World): Promise<void> {
  const { clock, tabs, violations } = world;
  world.heal();
  await clock.advance(ON_ITS_WAY_MS);
  await clock.runUntil(() => tabs.every(({ alive }) => alive), 1_000);
  if (tabs.length === 0) world.openTab();
  for (const { lifecycle, chat } of tabs) {
    lifecycle.setOnline(true);
    lifecycle.setVisible(true);
    chat.open();
  }
  // Who was told of it by nobody finds out when the visitor comes back.
  if (world.introductions.wasCutShort) for (const { lifecycle } of tabs) lifecycle.comeBack();
  await clock.runUntil(() => unstopped(world, false) === null, CANCEL_WITHIN_MS);
  const going = unstopped(world, false);
  if (going !== null) violations.push(going);
  const agrees = () => difference(world) === null;
  if (!(await clock.runUntil(agrees, REST_WITHIN_MS))) {
    for (const page of tabs) {
      // An endpoint that was never right is not asked again before somebody comes back to the page.
      if (page.chat.problem) page.lifecycle.comeBack();
    }
  }
  if (await clock.runUntil(agrees, REST_WITHIN_MS)) {
    world.agentWrites();
    await clock.runUntil(agrees, REST_WITHIN_MS);
  }
  const left = difference(world);
  if (left !== null) violations.push(`at rest: ${left}`);
}

/** What the last page could not read or remove, the next one in the same tab finds: it goes out, and nothing twice. */
async function loadWhereStorageFailed(world: World): Promise<void> {
  const { browser, clock, tabs, violations } = world;
  const page = tabs.find((tab) => browser.faults.hasFailed(tab));
  if (!page || browser.faults.isDenied) return;
  await destroy(world, page);
  world.reload(page);
  for (const { chat } of tabs) chat.open();
  await clock.runUntil(() => difference(world) === null, REST_WITHIN_MS);
  const left = difference(world);
  if (left !== null) violations.push(`on the next page: ${left}`);
}

/** Page by page to the beginning; where the place is not known any more, the chat bootstraps anew. */
async function loadEverything(world: World, page: SimPage): Promise<void> {
  const { chat } = page;
  const complete = () => !chat.hasMoreBefore && difference(world) === null;
  for (let pages = 0; !complete() && pages < MAX_HISTORY_PAGES; pages += 1) {
    const [first] = chat.messages;
    void chat.loadOlder();
    await world.clock.runUntil(() => !chat.loadingOlder && difference(world) === null, 10_000);
    // Nobody asks at once for what has just not come; everything may be on its way anew, and hang.
    if (chat.messages[0] === first) await world.clock.advance(ASKS_AGAIN_MS);
  }
  const left = chat.hasMoreBefore ? "there is always more" : difference(world);
  if (left !== null) world.violations.push(`with its history: ${left}`);
}

/** Every chat is destroyed. What was being written down may be finished; then nothing is left. */
async function end(world: World): Promise<void> {
  const { browser, clock, tabs, violations } = world;
  for (const page of tabs) await destroy(world, page);
  for (const page of tabs) world.retire(page);
  await clock.advance(LAST_WORDS_MS);
  violations.push(...browser.held.map((name) => `after destroy(): the lock ${name} is held`));
}
