import type { Command } from "./command.ts";
import { poll } from "./poll.ts";
import { refuseForGood } from "./refuse-for-good.ts";
import { restore } from "./restore.ts";
import type { SimPage } from "./sim-page.ts";
import type { World } from "./world.ts";

type CommandOf<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** No browser loads a page in less. */
const RELOAD_MS = 50;
/** Longer than a tab takes to hear what another tells. */
const SIGN_OUT_MS = 200;

/** Lets one command happen. What is a tab's does not where every tab is closed, or its page has died and is not back. */
export async function perform(world: World, command: Command): Promise<void> {
  const { clock, tabs } = world;
  world.performed += 1;
  switch (command.type) {
    case "wait":
      return clock.advance(command.ms);
    case "suspend":
      return suspend(world, command);
    case "poll":
      return poll(world);
    case "refuse-for-good":
      return refuseForGood(world, command.how);
    case "send-everywhere":
      for (let count = 0; count < command.count; count += 1) {
        for (const page of tabs) if (page.alive) world.write(page);
      }
      break;
    case "open-tab":
      world.openTab();
      break;
    default: {
      const page = tabs[(command.tab ?? 0) % tabs.length];
      if (!befall(world, command) && page?.alive) await live(world, page, command);
    }
  }
  await clock.settle();
}

/** What happens to no tab in particular. @returns whether `command` is of these */
function befall(world: World, command: Command): boolean {
  const { backend, clock, network, tabs } = world;
  const { conditions } = network;
  const until = (ms: number) => clock.now() + ms;
  switch (command.type) {
    case "agent":
      for (let count = 0; count < command.count; count += 1) world.agentWrites();
      return true;
    case "edit":
      world.agentEdits(command.pick);
      return true;
    case "delete":
      world.agentDeletes(command.pick);
      return true;
    case "react":
      world.agentReacts(command.pick);
      return true;
    case "stream":
      world.agentStreams(command.chunks, command.gapMs);
      return true;
    case "close-conversation":
      backend.latest?.close();
      return true;
    case "drop":
      network.drop();
      return true;
    case "half-open":
      network.halfOpen();
      return true;
    case "stuck":
      conditions.stuckUntil = until(command.ms);
      world.withoutSocketMs += command.ms;
      network.drop();
      return true;
    case "socketless":
      conditions.socketlessUntil = until(command.ms);
      world.polled = true;
      world.withoutSocketMs += command.ms;
      network.drop();
      return true;
    case "end-session":
      world.staffEndSession();
      return true;
    case "uploads-expire":
      backend.uploads.expire();
      return true;
    case "refuse":
      conditions.refusal = command.how;
      conditions.refusingUntil = until(command.ms);
      world.withoutSocketMs += command.ms;
      network.drop();
      return true;
    case "down":
      world.withoutSocketMs += command.ms;
      network.takeDown(command.ms, command);
      return true;
    case "server-crash":
      conditions.serverCrash = command.crash;
      return true;
    case "trap":
      world.traps.set(command.trap);
      return true;
    case "vanish":
      conditions.vanishUntil = until(command.ms);
      return true;
    case "deaf":
      conditions.deafUntil = until(command.ms);
      return true;
    case "slow":
      conditions.slowUntil = until(command.ms);
      return true;
    case "attach-lag":
      conditions.attachLagMs = command.ms;
      return true;
    case "rest":
      conditions.restFaults.push(...command.faults);
      return true;
    case "damage":
      conditions.damages.push(...command.damages);
      return true;
    case "network":
      network.setOffline(!command.online);
      for (const { lifecycle, alive } of [...tabs]) if (command.told && alive) lifecycle.setOnline(command.online);
      return true;
    case "storage-full":
      world.browser.faults.fullUntil = until(command.ms);
      return true;
    case "wall-jump":
      clock.jumpWall(command.ms);
      world.browser.leases?.troubled(null);
      if (command.ms < 0) world.clockWentBack = true;
      return true;
    default:
      return false;
  }
}

/** What happens in one tab, to a page that lives. */
async function live(world: World, page: SimPage, command: Command): Promise<void> {
  const { chat, lifecycle } = page;
  const { clock, tabs } = world;
  switch (command.type) {
    case "send":
      for (let count = 0; count < command.count; count += 1) world.write(page, command.files);
      break;
    case "open":
      chat.open();
      break;
    case "close":
      chat.close();
      break;
    case "load-older":
      void chat.loadOlder();
      break;
    case "cancel":
      return world.cancel(page);
    case "identify":
      world.introductions.begin(page);
      break;
    case "reset":
      // No hand is in two tabs at once: what another one had written is stored.
      await clock.advance(SIGN_OUT_MS);
      // Where a session has ended, or a tab is only about to make or to find one, it may not know whose the word is.
      if (!page.alive || (tabs.length > 1 && world.backend.sessionsEnded > 0)) return;
      if (tabs.some((other) => other !== page && !other.chat.hasSession)) return;
      world.signOuts.signOut(page);
      // What else it writes meanwhile in other tabs would be nobody's.
      return clock.advance(SIGN_OUT_MS);
    case "retry":
      for (const { clientId, delivery } of chat.messages) if (delivery === "failed" && clientId) chat.retry(clientId);
      break;
    case "discard":
      discardFailed(world, page);
      break;
    case "visible":
      lifecycle.setVisible(command.visible);
      break;
    case "restored":
      return restore(world, page);
    case "storage-lost":
      world.browser.faults.lose(page);
      break;
    case "reload":
      return reload(world, page, command);
    case "close-tab":
      return closeTab(world, page, command);
  }
}

function discardFailed({ discarded }: World, { chat }: SimPage): void {
  for (const { clientId, delivery } of chat.messages) {
    if (delivery !== "failed" || !clientId) continue;
    discarded.add(clientId);
    chat.discard(clientId);
  }
}

async function suspend({ clock, network, tabs }: World, command: CommandOf<"suspend">): Promise<void> {
  const wasOffline = network.conditions.offline;
  const pages = tabs.filter(({ alive }) => alive);
  for (const page of pages) page.freeze();
  if (command.networkDies) network.setOffline(true);
  await clock.advance(command.ms);
  if (command.networkDies) network.setOffline(wasOffline);
  for (const page of pages) await page.wake(command.clockStops);
}

async function reload(world: World, page: SimPage, command: CommandOf<"reload">): Promise<void> {
  const { clock } = world;
  if (command.how === "crashed") world.crash(page, command.writesSurvive);
  else if (command.how === "destroyed") await destroy(world, page);
  else {
    // A host page that ends the chat from within one of its own events.
    const stop = page.chat.on("connection", () => page.chat.destroy());
    world.network.drop();
    await clock.advance(500);
    stop();
    if (!page.alive) return;
    await destroy(world, page);
  }
  await clock.advance(RELOAD_MS);
  world.reload(page);
}

async function closeTab(world: World, page: SimPage, command: CommandOf<"close-tab">): Promise<void> {
  if (command.how === "killed") world.crash(page, command.writesSurvive);
  else await destroy(world, page);
  world.closeTab(page);
}

/** Ends the chat, and looks whether anything of it is left. */
export async function destroy({ clock, violations }: World, page: SimPage): Promise<void> {
  page.chat.destroy();
  await clock.settle();
  violations.push(...page.leftovers().map((left) => `${page.name}, after destroy(): ${left}`));
}
