import { beforeEach, describe, expect, test } from "vitest";
import type { ReconnectOptions } from "../../../src/channels/reconnect-delay.ts";
import { CABLE_URL, ChannelRig } from "../../support/channel-rig.ts";
import { ALMOST_ONE } from "../../support/fixed-random.ts";
import { frames } from "../../support/server-side.ts";

let rig: ChannelRig;

beforeEach(() => {
  rig = new ChannelRig();
});

/** The largest delays before the first attempts of a server that is down. */
async function longestDelays(count: number, options: ReconnectOptions = {}, foreground = false): Promise<number[]> {
  rig = new ChannelRig(CABLE_URL, options);
  rig.random.value = ALMOST_ONE;
  if (foreground) rig.channel.setForeground(rig, true);
  rig.connected();
  await rig.pinging(6_000);
  const delays: number[] = [];
  for (let attempt = 0; attempt < count; attempt += 1) {
    rig.cable.last.end();
    delays.push((await rig.nextSocket(120_000)) ?? Number.NaN);
  }
  return delays.map((delay) => Math.ceil(delay / 10) * 10);
}

describe("how long until the next attempt", () => {
  test("in the background: up to 1 s, doubling to 30 s", async () => {
    expect(await longestDelays(7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test("for who is looking: up to 250 ms at first, and never over 4.5 s", async () => {
    expect(await longestDelays(6, {}, true)).toEqual([250, 2_000, 4_000, 4_500, 4_500, 4_500]);
  });

  test("reconnectDelay and maxReconnectDelay are honoured", async () => {
    expect(await longestDelays(4, { reconnectDelayMs: 100, maxReconnectDelayMs: 300 })).toEqual([100, 200, 300, 300]);
  });

  test("a reconnectDelay below 250 ms holds for who is looking too", async () => {
    expect(await longestDelays(2, { reconnectDelayMs: 100, maxReconnectDelayMs: 150 }, true)).toEqual([100, 150]);
  });

  test("full jitter: it may be at once", async () => {
    rig.connected();
    rig.cable.last.end();
    expect(await rig.nextSocket(1)).toBe(0);
  });

  test("the status tells the attempt and in how many milliseconds it is due", () => {
    rig.random.value = 0.5;
    rig.connected();
    rig.cable.last.end();
    expect(rig.channel.status).toEqual({ state: "waiting", attempt: 0, retryInMs: 500 });
  });
});

describe("one attempt at a time", () => {
  test("several reasons at once make one attempt", async () => {
    rig.connected();
    rig.lifecycle.tell("online");
    rig.lifecycle.tell("restored");
    rig.lifecycle.tell("visible");
    await rig.world.advance(1_000);
    expect(rig.cable.sockets).toHaveLength(2);
    expect(rig.cable.live).toHaveLength(1);
  });

  test("there is never more than one socket, whatever happens while connecting", async () => {
    rig.subscribe();
    for (const event of ["online", "restored", "visible", "online"] as const) {
      rig.lifecycle.tell(event);
      await rig.world.advance(100);
      expect(rig.cable.live.length).toBeLessThanOrEqual(1);
    }
  });

  /** Five attempts have failed, and the sixth is due in a long time. */
  async function waitingLong(): Promise<void> {
    rig.random.value = ALMOST_ONE;
    if (rig.channel.status.state === "idle") rig.subscribe();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      rig.cable.last.end();
      await rig.nextSocket(60_000);
    }
    rig.cable.last.end();
  }

  test("somebody who opens the chat hurries the attempt that waits", async () => {
    await waitingLong();
    rig.channel.setForeground(rig, true);
    expect(await rig.nextSocket(60_000)).toBeLessThan(250);
  });

  test("where one chat is open already, another that is opened hurries nothing", async () => {
    rig.channel.setForeground(rig, true);
    await waitingLong();
    const { status } = rig.channel;
    rig.channel.setForeground({}, true);
    expect(rig.channel.status).toBe(status);
  });

  test("somebody who comes back to an open chat hurries it", async () => {
    await waitingLong();
    rig.channel.setForeground(rig, true);
    await waitingLong();
    rig.lifecycle.tell("visible");
    expect(await rig.nextSocket(60_000)).toBeLessThan(250);
  });

  test.each(["visible", "hidden", "offline"] as const)("with the chat closed, %s hurries nothing", async (event) => {
    await waitingLong();
    const { status } = rig.channel;
    rig.lifecycle.tell(event);
    expect(rig.channel.status).toBe(status);
  });

  test.each(["hidden", "offline"] as const)("with the chat open, %s hurries nothing", async (event) => {
    rig.channel.setForeground(rig, true);
    await waitingLong();
    const { status } = rig.channel;
    rig.lifecycle.tell(event);
    expect(rig.channel.status).toBe(status);
  });

  test("the network that comes back hurries it too", async () => {
    await waitingLong();
    rig.lifecycle.tell("online");
    expect(await rig.nextSocket(60_000)).toBeLessThan(1_000);
  });
});

describe("when attempts begin to count anew", () => {
  async function fail(times: number): Promise<void> {
    for (let attempt = 0; attempt < times; attempt += 1) {
      rig.cable.last.end();
      await rig.nextSocket(60_000);
    }
  }

  test("not with a welcome: a server that welcomes and drops is not hammered", async () => {
    rig.subscribe();
    await fail(3);
    rig.welcome();
    rig.cable.last.end();
    expect(rig.channel.status).toMatchObject({ state: "waiting", attempt: 3 });
  });

  test("not with a confirmation that did not hold", async () => {
    rig.subscribe();
    await fail(3);
    rig.welcome();
    rig.confirm();
    await rig.world.advance(2_499);
    rig.cable.last.end();
    expect(rig.channel.status).toMatchObject({ state: "waiting", attempt: 3 });
  });

  test("with a confirmation that has held for 3 s", async () => {
    rig.subscribe();
    await fail(3);
    rig.welcome();
    rig.confirm();
    await rig.pinging(3_500);
    rig.cable.last.end();
    expect(rig.channel.status).toMatchObject({ state: "waiting", attempt: 0 });
  });
});

describe("Retry-After", () => {
  test("holds the next attempt back", async () => {
    rig.connected();
    rig.channel.holdOff(5_000);
    rig.cable.last.end();
    expect(await rig.nextSocket(60_000)).toBe(5_000);
  });

  test("holds back an attempt that waits already", async () => {
    rig.connected();
    rig.cable.last.end();
    rig.channel.holdOff(5_000);
    expect(rig.channel.status).toMatchObject({ state: "waiting", retryInMs: 5_000 });
    expect(await rig.nextSocket(60_000)).toBe(5_000);
  });

  test("is not cut short by somebody who looks, nor by the network", async () => {
    rig.connected();
    rig.cable.last.end();
    rig.channel.holdOff(5_000);
    rig.channel.setForeground(rig, true);
    rig.lifecycle.tell("online");
    expect(await rig.nextSocket(60_000)).toBe(5_000);
  });

  test("holds for no longer than the maximum delay", async () => {
    rig.connected();
    rig.cable.last.end();
    rig.channel.holdOff(3_600_000);
    expect(await rig.nextSocket(60_000)).toBe(30_000);
  });

  test("does not touch a socket that lives", async () => {
    rig.connected();
    rig.channel.holdOff(5_000);
    await rig.pinging(6_000);
    expect(rig.cable.last.over).toBe(false);
  });
});

describe("closed for good", () => {
  test("a disconnect that says so ends all attempts, and is told with its reason", async () => {
    const log: string[] = [];
    rig.connected(log);
    rig.cable.last.send(frames.disconnect("unauthorized", false));
    expect(rig.channel.status).toEqual({ state: "closed", reason: "unauthorized" });
    expect(log.at(-1)).toBe("disconnected");
    rig.lifecycle.tell("online");
    rig.channel.setForeground(rig, true);
    expect(await rig.nextSocket(3_600_000)).toBeNull();
    expect(rig.clock.pending).toBe(0);
  });

  test("one that gives no reason is told as refused", () => {
    rig.connected();
    rig.cable.last.send(JSON.stringify({ type: "disconnect", reconnect: false }));
    expect(rig.channel.status).toEqual({ state: "closed", reason: "refused" });
  });

  test("who subscribes after that tries again, and everybody else with it, and listens to the page once", async () => {
    const log: string[] = [];
    rig.connected(log);
    rig.cable.last.send(frames.disconnect("unauthorized", false));
    rig.subscribe([], "78");
    expect(rig.channel.status).toEqual({ state: "connecting", attempt: 0 });
    rig.welcome();
    rig.confirm();
    expect(log.at(-1)).toBe("confirmed");
    expect(rig.lifecycle.listeners).toBe(1);
  });
});
