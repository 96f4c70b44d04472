import { beforeEach, describe, expect, test } from "vitest";
import { sharedChannel } from "../../../src/channels/shared-channels.ts";
import { WebchatChannel } from "../../../src/channels/webchat-channel.ts";
import { CABLE_URL, ChannelRig, identifier } from "../../support/channel-rig.ts";
import { FakeCable } from "../../support/fake-cable.ts";
import { frames } from "../../support/server-side.ts";

let rig: ChannelRig;
let log: string[];
let channel: WebchatChannel;

beforeEach(() => {
  rig = new ChannelRig();
  log = [];
  channel = new WebchatChannel({
    application: rig.channel,
    identifier,
    events: {
      confirmed: () => log.push("confirmed"),
      disconnected: () => log.push("disconnected"),
      rejected: () => log.push("rejected"),
      received: (conversation) => log.push(`received ${conversation}`),
    },
  });
});

function follow(conversation: string): void {
  channel.follow(conversation);
  if (rig.channel.status.state === "connecting") rig.welcome();
}

function confirm(conversation: string): void {
  rig.confirm(conversation);
}

function commands(): string[] {
  return rig.cable.last.commands.map((command) => `${command.command} ${JSON.parse(command.identifier).conversation}`);
}

describe("WebchatChannel", () => {
  test("following a conversation subscribes to it and tells its confirmation", () => {
    follow("77");
    confirm("77");
    expect(log).toEqual(["confirmed"]);
    expect(channel.confirmed).toBe(true);
  });

  test("before it follows anything it is not confirmed", () => {
    expect(channel.confirmed).toBe(false);
  });

  test("following the same one again asks for nothing, and tells nothing", async () => {
    follow("77");
    confirm("77");
    follow("77");
    expect(channel.confirmed).toBe(true);
    await rig.world.settle();
    expect(commands()).toEqual(["subscribe 77"]);
    expect(log).toEqual(["confirmed"]);
  });

  test("a new conversation is subscribed to before the old one is left", () => {
    follow("77");
    confirm("77");
    follow("78");
    expect(commands()).toEqual(["subscribe 77", "subscribe 78"]);
    confirm("78");
    expect(commands()).toEqual(["subscribe 77", "subscribe 78", "unsubscribe 77"]);
  });

  test("while it changes over, what comes for the old conversation is still heard, and said to be of it", () => {
    follow("77");
    confirm("77");
    follow("78");
    rig.cable.last.send(frames.message(identifier("77"), {}));
    expect(log).toEqual(["confirmed", "received 77"]);
  });

  test("a confirmation of the old conversation is not taken for the new one's", () => {
    follow("77");
    follow("78");
    confirm("77");
    expect(channel.confirmed).toBe(false);
    expect(log).toEqual([]);
  });

  test("a rejection of the old conversation does not end the new one", () => {
    follow("77");
    follow("78");
    rig.cable.last.send(frames.reject(identifier("77")));
    confirm("78");
    expect(log).toEqual(["confirmed"]);
  });

  test("a drop in the middle of the change ends with the new one only", async () => {
    follow("77");
    confirm("77");
    follow("78");
    rig.cable.last.end();
    expect(log).toEqual(["confirmed", "disconnected"]);
    await rig.nextSocket(1_000);
    rig.welcome();
    confirm("78");
    expect(channel.confirmed).toBe(true);
    expect(commands()).toContain("unsubscribe 77");
  });

  test("going back to the old one before the new one is confirmed keeps its subscription", async () => {
    follow("77");
    confirm("77");
    follow("78");
    follow("77");
    await rig.world.settle();
    expect(channel.confirmed).toBe(true);
    expect(commands()).toEqual(["subscribe 77", "subscribe 78", "unsubscribe 78"]);
    rig.cable.last.send(frames.message(identifier("77"), {}));
    expect(log.filter((event) => event.startsWith("received"))).toHaveLength(1);
  });

  test("a drop is told, and so is the next confirmation", async () => {
    follow("77");
    confirm("77");
    rig.cable.last.end();
    expect(channel.confirmed).toBe(false);
    await rig.nextSocket(1_000);
    rig.welcome();
    confirm("77");
    expect(log).toEqual(["confirmed", "disconnected", "confirmed"]);
  });

  test("a rejection ends it: nothing is followed any more", () => {
    follow("77");
    rig.cable.last.send(frames.reject(identifier("77")));
    expect(log).toEqual(["rejected"]);
    expect(channel.followed).toBeNull();
    expect(rig.channel.status).toEqual({ state: "idle" });
  });

  test("leaving tells nothing and closes the socket, also in the middle of a change", () => {
    follow("77");
    confirm("77");
    follow("78");
    log.length = 0;
    channel.leave();
    expect(log).toEqual([]);
    expect(rig.channel.status).toEqual({ state: "idle" });
    expect(channel.confirmed).toBe(false);
  });

  test("perform() goes to the followed conversation, and nowhere after leaving", () => {
    follow("77");
    confirm("77");
    channel.perform("typing", { state: "started" });
    expect(commands().at(-1)).toBe("message 77");
    channel.leave();
    channel.perform("typing", { state: "started" });
    expect(commands().filter((command) => command === "message 77")).toHaveLength(1);
  });
});

describe("WebchatChannel, when whoever hears of the new socket", () => {
  function onceConnecting(then: () => void): void {
    const stop = rig.channel.on("status", ({ state }) => {
      if (state !== "connecting") return;
      stop();
      then();
    });
  }

  test("leaves at once, it follows nothing and no socket is left", () => {
    onceConnecting(() => channel.leave());
    channel.follow("77");
    expect(rig.channel.status).toEqual({ state: "idle" });
    expect(channel.followed).toBeNull();
  });

  test("follows another conversation at once, only that one is asked for", () => {
    onceConnecting(() => channel.follow("78"));
    channel.follow("77");
    rig.welcome();
    expect(commands()).toEqual(["subscribe 78"]);
  });
});

describe("sharedChannel", () => {
  test("all widgets of a page share one channel for one cable URL", () => {
    expect(sharedChannel(CABLE_URL, rig.ports, {})).toBe(sharedChannel(CABLE_URL, rig.ports, {}));
  });

  test("another URL has another one, and so has another consumer", () => {
    const one = sharedChannel(CABLE_URL, rig.ports, {});
    expect(sharedChannel(`${CABLE_URL}2`, rig.ports, {})).not.toBe(one);
    expect(sharedChannel(CABLE_URL, { ...rig.ports, consumer: new FakeCable() }, {})).not.toBe(one);
  });
});
