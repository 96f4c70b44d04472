import type { FaultProxy } from "../../test/support/fault-proxy.ts";

/** One way to lose the line. */
export interface Scenario {
  readonly name: string;
  /** What Cablechat has to reach, the median, in milliseconds. */
  readonly targetMs: number | null;
  /**
   * Breaks the line.
   *
   * @param missed writes a message that the client cannot hear live
   * @returns from when recovery counts, in wall-clock milliseconds
   */
  break(proxy: FaultProxy, missed: () => Promise<void>): Promise<number>;
}

export const scenarios: readonly Scenario[] = [
  {
    name: "reset, server up at once",
    targetMs: 400,
    break: async (proxy, missed) => {
      const from = Date.now();
      proxy.reset();
      await missed();
      return from;
    },
  },
  down(3, null),
  down(15, 5_000),
  halfOpen("half-open: the socket is silent, but open", "websocket"),
  halfOpen("half-open, the connections kept for requests too", "all"),
];

/** Connections are reset, and new ones refused for so long; counted from when they are let in again. */
function down(seconds: number, targetMs: number | null): Scenario {
  return {
    name: `server down ${seconds} s, from its return`,
    targetMs,
    break: async (proxy, missed) => {
      await proxy.refuse();
      await missed();
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      const from = Date.now();
      await proxy.accept();
      return from;
    },
  };
}

/** No byte comes through any more, and nobody is told. */
function halfOpen(name: string, only: "websocket" | "all"): Scenario {
  return {
    name,
    targetMs: 8_000,
    break: async (proxy, missed) => {
      const from = Date.now();
      proxy.halfOpen({ only });
      await missed();
      return from;
    },
  };
}
