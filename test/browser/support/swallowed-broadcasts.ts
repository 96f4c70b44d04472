import type { Page } from "@playwright/test";

export interface Cable {
  /** While it is set, no broadcast arrives. */
  swallowing: boolean;
  /** How many it has swallowed. */
  swallowed: number;
  /** How many sockets there were. */
  sockets: number;
}

/** A healthy socket on which broadcasts vanish: a Redis that restarts, a listener that has died. Pings go on all the while. */
export async function swallowBroadcasts(page: Page): Promise<Cable> {
  const cable: Cable = { swallowing: false, swallowed: 0, sockets: 0 };
  await page.routeWebSocket(/\/cable/, (socket) => {
    cable.sockets += 1;
    socket.connectToServer().onMessage((text) => {
      const isBroadcast = typeof text === "string" && "message" in JSON.parse(text) && !("type" in JSON.parse(text));
      if (isBroadcast && cable.swallowing) cable.swallowed += 1;
      else socket.send(text);
    });
  });
  return cable;
}
