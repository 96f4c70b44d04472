import type { CableConsumer } from "../../../src/core/ports.ts";
import { FakeCable } from "../../support/fake-cable.ts";
import type { ServerSide } from "../../support/server-side.ts";
import { type CableSite, describeCableConsumer } from "./cable-consumer.contract.ts";

let cable = new FakeCable();

const consumer: CableConsumer = { open: (url, events) => cable.open(url, events) };

async function openSite(): Promise<CableSite> {
  cable = new FakeCable();
  return {
    url: "ws://fake/cable",
    deadUrl: null,
    get accepted() {
      return cable.sockets.length;
    },
    accept: async (): Promise<ServerSide> => {
      await Promise.resolve();
      return cable.last;
    },
    until: async (condition) => {
      if (!condition()) throw new Error("It will not come: the double does everything at once.");
    },
    close: async () => undefined,
  };
}

describeCableConsumer("FakeCable", consumer, openSite);
