import { describe, expect, test, vi } from "vitest";
import { ChannelRig } from "../../support/channel-rig.ts";
import { deferred } from "../../support/deferred.ts";

describe("the cable's URL", () => {
  test("one that no socket takes closes the channel: trying again cannot help", async () => {
    const rig = new ChannelRig("wss://no host/");
    rig.subscribe();
    expect(rig.channel.status).toEqual({ state: "closed", reason: "invalid_url" });
    expect(rig.warnings).toEqual(["No cable URL."]);
    await rig.world.advance(3_600_000);
    expect(rig.clock.pending).toBe(0);
  });

  test("given by a function, it is asked for at each attempt", async () => {
    const url = vi.fn(() => `wss://app.example/cable?token=${url.mock.calls.length}`);
    const rig = new ChannelRig(url);
    rig.subscribe();
    await rig.world.settle();
    rig.cable.last.end();
    await rig.nextSocket(1_000);
    expect(rig.cable.sockets.map((socket) => socket.url)).toEqual([
      "wss://app.example/cable?token=1",
      "wss://app.example/cable?token=2",
    ]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no token");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no token"))],
    ["gives nothing", () => undefined as unknown as string],
    ["gives an empty text", () => ""],
  ])("a function that %s is asked again, with a warning", async (_, failing) => {
    const url = vi.fn<() => string | Promise<string>>(() => "wss://app.example/cable").mockImplementationOnce(failing);
    const rig = new ChannelRig(url);
    rig.subscribe();
    await rig.world.advance(2_000);
    expect(rig.replaced).toEqual([false]);
    expect(rig.warnings).toEqual(["No cable URL."]);
    expect(rig.cable.sockets).toHaveLength(1);
  });

  test("a function that takes longer than 8 s is given up, and its late answer ignored", async () => {
    const late = deferred<string>();
    const url = vi.fn(() => late.promise);
    const rig = new ChannelRig(url);
    rig.subscribe();
    await rig.world.advance(8_000);
    expect(rig.replaced).toEqual([false]);
    rig.channel.setForeground(rig, true);
    late.resolve("wss://app.example/cable?late");
    await rig.world.advance(1_000);
    expect(rig.cable.live).toHaveLength(1);
  });

  test("a function is not asked where whoever is told of the attempt leaves", async () => {
    const url = vi.fn(() => "wss://app.example/cable");
    const rig = new ChannelRig(url);
    const subscription = rig.subscribe();
    await rig.world.settle();
    rig.cable.last.end();
    rig.channel.on("status", ({ state }) => state === "connecting" && subscription.unsubscribe());
    await rig.world.advance(60_000);
    expect(url).toHaveBeenCalledOnce();
  });

  test("what it gives after everybody has left opens nothing", async () => {
    const late = deferred<string>();
    const rig = new ChannelRig(() => late.promise);
    rig.subscribe().unsubscribe();
    late.resolve("wss://app.example/cable");
    await rig.world.settle();
    expect(rig.cable.sockets).toHaveLength(0);
  });
});
