import { vi } from "vitest";
import { tabChannel } from "../../../src/browser/tab-channel.ts";
import { SeededRandom } from "../../simulation/seeded-random.ts";
import { SimTabChannels } from "../../simulation/sim-tab-channels.ts";
import { standInPage } from "../../support/stand-in-page.ts";
import { TabHub } from "../../support/tab-hub.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";
import { describeTabChannel } from "./tab-channel.contract.ts";

const looking = (condition: () => boolean) => vi.waitUntil(condition, { interval: 1 }).then(() => undefined);

describeTabChannel("tabChannel", () => ({ open: tabChannel, until: looking }));

describeTabChannel("TabHub", () => ({ open: new TabHub().tabChannel, until: looking }));

describeTabChannel("the simulated browser's channels", () => {
  const clock = new VirtualClock();
  const channels = new SimTabChannels(clock, new SeededRandom(1));
  return {
    open: (name, heard) => channels.open(standInPage(), name, heard),
    until: async (condition) => void (await clock.runUntil(condition, 60_000)),
  };
});
