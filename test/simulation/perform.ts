import type { Command } from "./command.ts";
import type { World } from "./world.ts";

/** No browser loads a page in less. */
const RELOAD_MS = 50;

/** Lets one command happen. */
export async function perform(world: World, command: Command): Promise<void> {
  const { backend, clock, network, page } = world;
  const { chat, lifecycle } = page;
  const { conditions } = network;
  const until = (ms: number) => clock.now() + ms;
  world.performed += 1;
  switch (command.type) {
    case "wait":
      return clock.advance(command.ms);
    case "send":
      for (let count = 0; count < command.count; count += 1) world.write();
      break;
    case "agent":
      for (let count = 0; count < command.count; count += 1) world.agentWrites();
      break;
    case "edit":
      world.agentEdits(command.pick);
      break;
    case "delete":
      world.agentDeletes(command.pick);
      break;
    case "stream":
      world.agentStreams(command.chunks, command.gapMs);
      break;
    case "close-conversation":
      backend.latest?.close();
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
    case "retry":
      for (const { clientId, delivery } of chat.messages) if (delivery === "failed" && clientId) chat.retry(clientId);
      break;
    case "discard":
      discardFailed(world);
      break;
    case "drop":
      network.drop();
      break;
    case "half-open":
      network.halfOpen();
      break;
    case "stuck":
      conditions.stuckUntil = until(command.ms);
      network.drop();
      break;
    case "down":
      network.takeDown(command.ms, command);
      break;
    case "vanish":
      conditions.vanishUntil = until(command.ms);
      break;
    case "deaf":
      conditions.deafUntil = until(command.ms);
      break;
    case "slow":
      conditions.slowUntil = until(command.ms);
      break;
    case "attach-lag":
      conditions.attachLagMs = command.ms;
      break;
    case "rest":
      conditions.restFaults.push(...command.faults);
      break;
    case "damage":
      conditions.damages.push(...command.damages);
      break;
    case "visible":
      lifecycle.setVisible(command.visible);
      break;
    case "network":
      network.setOffline(!command.online);
      if (command.told) lifecycle.setOnline(command.online);
      break;
    case "restored":
      network.halfOpen();
      lifecycle.tell("restored");
      break;
    case "suspend":
      return suspend(world, command);
    case "wall-jump":
      clock.jumpWall(command.ms);
      if (command.ms < 0) world.clockWentBack = true;
      break;
    case "reload":
      return reload(world, command);
  }
  await clock.settle();
}

function discardFailed({ page, discarded }: World): void {
  for (const { clientId, delivery } of page.chat.messages) {
    if (delivery !== "failed" || !clientId) continue;
    discarded.add(clientId);
    page.chat.discard(clientId);
  }
}

async function suspend(world: World, command: Extract<Command, { type: "suspend" }>): Promise<void> {
  const { clock, network, page } = world;
  const wasOffline = network.conditions.offline;
  page.freeze();
  if (command.networkDies) network.setOffline(true);
  await clock.advance(command.ms);
  if (command.networkDies) network.setOffline(wasOffline);
  await page.wake(command.clockStops);
}

async function reload(world: World, command: Extract<Command, { type: "reload" }>): Promise<void> {
  const { page, clock } = world;
  if (command.how === "crashed") {
    page.crash(command.writesSurvive);
    world.crashed = true;
  } else if (command.how === "destroyed") await destroy(world);
  else {
    // A host page that ends the chat from within one of its own events.
    const stop = page.chat.on("connection", () => page.chat.destroy());
    world.network.drop();
    await clock.advance(500);
    stop();
    await destroy(world);
  }
  world.retire();
  await clock.advance(RELOAD_MS);
  world.reload();
  await clock.settle();
}

/** Ends the chat, and looks whether anything of it is left. */
export async function destroy(world: World): Promise<void> {
  const { page, clock, violations } = world;
  page.chat.destroy();
  await clock.settle();
  violations.push(...page.leftovers().map((left) => `after destroy(): ${left}`));
}
