import { beforeEach, describe, expect, test } from "vitest";
import { ChannelRig } from "../../support/channel-rig.ts";
import { frames } from "../../support/server-side.ts";

let rig: ChannelRig;
let log: string[];

beforeEach(() => {
  rig = new ChannelRig();
  log = [];
});

describe("a socket is replaced", () => {
  test("when it closes, and its owners are told", async () => {
    rig.connected(log);
    rig.cable.last.end();
    expect(log).toEqual(["confirmed", "disconnected"]);
    expect(await rig.nextSocket(1_000)).toBe(0);
    expect(rig.replaced).toEqual([false]);
  });

  test("when it closes before it ever opened", async () => {
    rig.subscribe();
    rig.cable.last.end();
    expect(await rig.nextSocket(1_000)).not.toBeNull();
  });

  test("when the server says disconnect and to come back", async () => {
    rig.connected(log);
    const old = rig.cable.last;
    old.send(frames.disconnect("server_restart", true));
    expect(old.over).toBe(true);
    expect(rig.replaced).toEqual([false]);
    expect(await rig.nextSocket(1_000)).not.toBeNull();
  });

  test("when it is stuck while connecting: after 8 s, and the stuck one is closed", async () => {
    rig.subscribe();
    const stuck = rig.cable.last;
    await rig.world.advance(7_999);
    expect(stuck.over).toBe(false);
    await rig.world.advance(1);
    expect(stuck.over).toBe(true);
    expect(rig.replaced).toEqual([false]);
  });

  test("when it opened but nobody says welcome for 8 s", async () => {
    rig.subscribe();
    await rig.pinging(9_000);
    expect(rig.replaced).toEqual([false]);
  });

  test("when it is silent for two pings and a bit", async () => {
    rig.connected(log);
    await rig.pinging(6_000);
    await rig.world.advance(6_499);
    expect(rig.replaced).toEqual([]);
    await rig.world.advance(1_000);
    expect(rig.replaced).toEqual([true]);
  });

  test("not while pings come, however long nobody writes", async () => {
    rig.connected();
    await rig.pinging(3_600_000);
    expect(rig.cable.sockets).toHaveLength(1);
  });

  test("when a subscription is not confirmed within 5 s, although pings come", async () => {
    rig.subscribe();
    rig.welcome();
    await rig.pinging(4_999);
    expect(rig.replaced).toEqual([]);
    await rig.pinging(501);
    expect(rig.replaced).toEqual([false]);
  });

  test("when a subscription made later is not confirmed within 5 s", async () => {
    rig.connected();
    await rig.pinging(60_000);
    rig.subscribe([], "78");
    await rig.pinging(6_000);
    expect(rig.replaced).toEqual([false]);
  });

  test("not for a subscription that was rejected", async () => {
    rig.connected();
    rig.subscribe([], "78");
    rig.cable.last.send(frames.reject({ channel: "WebchatChannel", id: "demo", conversation: "78" }));
    await rig.pinging(60_000);
    expect(rig.replaced).toEqual([]);
  });

  test("when the network comes back", () => {
    rig.connected();
    const old = rig.cable.last;
    rig.lifecycle.tell("online");
    expect(old.over).toBe(true);
    expect(rig.replaced).toEqual([true]);
  });

  test("when the page comes out of the back/forward cache", () => {
    rig.connected();
    rig.lifecycle.tell("restored");
    expect(rig.replaced).toEqual([true]);
  });

  test("when somebody comes back to a page whose socket has gone silent, at once", async () => {
    rig.connected();
    rig.clock.freeze();
    await rig.world.advance(7_000);
    rig.lifecycle.tell("visible");
    expect(rig.replaced).toHaveLength(1);
  });

  test("when somebody comes back 6.75 s after its last word, and not before", async () => {
    rig.connected();
    await rig.world.advance(6_749);
    rig.lifecycle.tell("visible");
    expect(rig.replaced).toEqual([]);
    await rig.world.advance(1);
    rig.lifecycle.tell("visible");
    expect(rig.replaced).toEqual([true]);
  });

  test("not when somebody comes back to a healthy one", async () => {
    rig.connected();
    await rig.pinging(60_000);
    rig.lifecycle.tell("hidden");
    rig.lifecycle.tell("visible");
    expect(rig.replaced).toEqual([]);
  });
});

describe("a machine that slept", () => {
  test.each([
    ["goes on", false],
    ["stops", true],
  ])("gets a new socket, where the monotonic clock %s meanwhile", async (_, stopped) => {
    rig.connected();
    await rig.pinging(3_000);
    rig.clock.freeze();
    await rig.world.advance(3_600_000);
    rig.clock.thaw(stopped);
    await rig.world.advance(500);
    expect(rig.replaced).toEqual([true]);
  });

  test("gets a new socket also where it slept while connecting", async () => {
    rig.subscribe();
    rig.clock.freeze();
    await rig.world.advance(60_000);
    rig.clock.thaw(true);
    await rig.world.advance(500);
    expect(rig.replaced).toEqual([true]);
  });

  test("is not taken for one that was busy for 5 s", async () => {
    rig.connected();
    rig.clock.freeze();
    await rig.world.advance(5_000);
    rig.clock.thaw(false);
    await rig.world.advance(500);
    expect(rig.replaced).toEqual([]);
  });

  test("is not taken for one whose hidden tab has late timers: frames came meanwhile", async () => {
    rig.connected();
    rig.clock.freeze();
    await rig.pinging(60_000);
    rig.clock.thaw(false);
    await rig.world.advance(500);
    expect(rig.replaced).toEqual([]);
  });

  test("is not taken for one whose wall clock was set right by a second", async () => {
    rig.connected();
    await rig.pinging(3_000);
    rig.world.jumpWall(1_000);
    await rig.pinging(3_000);
    rig.world.jumpWall(-3_600_000);
    await rig.pinging(6_000);
    expect(rig.replaced).toEqual([]);
  });
});

describe("what an older socket still says", () => {
  test.each([
    ["a welcome", frames.welcome],
    ["a confirmation", frames.confirm({ channel: "WebchatChannel", id: "demo", conversation: "77" })],
    ["a broadcast", frames.message({ channel: "WebchatChannel", id: "demo", conversation: "77" }, "Hello")],
    ["a disconnect for good", frames.disconnect("unauthorized", false)],
    ["no frame at all", "garbage"],
  ])("changes nothing: %s", async (_, text) => {
    // A socket that goes on talking after it was closed, as a slow browser may let it.
    rig.connected(log);
    const old = rig.cable.last;
    const { status } = rig.channel;
    rig.lifecycle.tell("online");
    await rig.nextSocket(1_000);
    rig.cable.last.send(frames.ping);
    const before = [...log];
    old.say(text);
    old.end();
    expect(log).toEqual(before);
    expect(rig.channel.status.state).toBe("connecting");
    expect(status.state).toBe("open");
  });
});
