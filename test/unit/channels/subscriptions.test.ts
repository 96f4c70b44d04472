import { beforeEach, describe, expect, test } from "vitest";
import { ChannelRig, identifier } from "../../support/channel-rig.ts";
import { frames } from "../../support/server-side.ts";

let rig: ChannelRig;
let log: string[];

beforeEach(() => {
  rig = new ChannelRig();
  log = [];
});

describe("a subscription", () => {
  test("opens the socket, and is asked for with the welcome", () => {
    rig.subscribe(log);
    expect(rig.cable.last.commands).toEqual([]);
    rig.welcome();
    expect(rig.cable.last.commands).toEqual([{ command: "subscribe", identifier: JSON.stringify(identifier()) }]);
    rig.confirm();
    expect(log).toEqual(["confirmed"]);
  });

  test("is asked for once a socket, also when the welcome comes twice", () => {
    rig.subscribe();
    rig.welcome();
    rig.welcome();
    expect(rig.cable.last.asked).toEqual(["77"]);
    expect(rig.statuses.filter(({ state }) => state === "open")).toHaveLength(1);
  });

  test("is told of a confirmation once, also when the server confirms twice", () => {
    rig.connected(log);
    rig.confirm();
    expect(log).toEqual(["confirmed"]);
  });

  test("is confirmed anew on every socket", async () => {
    rig.connected(log);
    rig.cable.last.end();
    await rig.nextSocket(1_000);
    rig.welcome();
    rig.confirm();
    expect(log).toEqual(["confirmed", "disconnected", "confirmed"]);
  });

  test("gets what comes for it", () => {
    rig.connected(log);
    rig.cable.last.send(frames.message(identifier(), { a: 1 }));
    expect(log).toEqual(["confirmed", 'received {"a":1}']);
  });

  test("that is rejected is over: no other socket is asked for it", async () => {
    rig.subscribe(log);
    rig.welcome();
    rig.cable.last.send(frames.reject(identifier()));
    rig.cable.last.end();
    await rig.nextSocket(1_000);
    rig.welcome();
    expect(log[0]).toBe("rejected");
    expect(rig.cable.last.asked).toEqual([]);
  });

  test("performs nothing while unconfirmed: everything durable goes over REST", () => {
    const subscription = rig.subscribe();
    rig.welcome();
    subscription.perform("typing", { state: "started" });
    expect(rig.cable.last.commands).toHaveLength(1);
    rig.confirm();
    subscription.perform("typing", { state: "started" });
    expect(rig.cable.last.commands).toHaveLength(2);
  });

  test("whose owner's handler throws is reported, and the others still hear", () => {
    const fault = new Error("of one owner");
    rig.channel.subscribe(identifier(), {
      onSubscriptionConfirmed: () => {
        throw fault;
      },
      onDisconnect: () => undefined,
      onRejected: () => undefined,
      onReceived: () => undefined,
    });
    rig.connected(log);
    expect(log).toEqual(["confirmed"]);
    expect(rig.reported).toEqual([fault]);
  });
});

describe("an identifier two owners share", () => {
  test("is asked for once, and both are told", () => {
    const second: string[] = [];
    rig.subscribe(log);
    rig.subscribe(second);
    rig.welcome();
    rig.confirm();
    expect(rig.cable.last.asked).toEqual(["77"]);
    expect([log, second]).toEqual([["confirmed"], ["confirmed"]]);
  });

  test("is confirmed for a second owner who comes after the confirmation, but not before subscribe() has returned", async () => {
    rig.connected(log);
    const second: string[] = [];
    rig.subscribe(second);
    expect(second).toEqual([]);
    await rig.world.settle();
    expect(second).toEqual(["confirmed"]);
    expect(rig.cable.last.asked).toEqual(["77"]);
  });

  test("is not confirmed for a second owner when the socket ends in the same instant", async () => {
    rig.connected();
    const second: string[] = [];
    rig.subscribe(second);
    rig.cable.last.end();
    await rig.world.settle();
    expect(second).toEqual(["disconnected"]);
  });

  test("is rejected for a second owner too who comes after the rejection", async () => {
    rig.subscribe(log);
    rig.welcome();
    rig.cable.last.send(frames.reject(identifier()));
    const second: string[] = [];
    rig.subscribe(second);
    await rig.world.settle();
    expect(second).toEqual(["rejected"]);
  });

  test("stays while one of them wants it", () => {
    const first = rig.connected(log);
    const second = rig.subscribe([]);
    first.unsubscribe();
    rig.cable.last.send(frames.message(identifier(), {}));
    expect(log).toEqual(["confirmed"]);
    expect(rig.cable.last.commands).toHaveLength(1);
    second.unsubscribe();
    expect(rig.cable.last.over).toBe(true);
  });

  test("that one owner gives up twice is still the other's", () => {
    const first = rig.connected();
    rig.subscribe(log);
    first.unsubscribe();
    first.unsubscribe();
    expect(rig.cable.last.over).toBe(false);
  });
});

describe("an identifier that its only owner gives up twice", () => {
  test("is not taken from who has asked for it in between", () => {
    const first = rig.connected();
    first.unsubscribe();
    rig.subscribe(log);
    first.unsubscribe();
    rig.welcome();
    rig.confirm();
    expect(log).toEqual(["confirmed"]);
  });
});

describe("leaving", () => {
  test("the last one closes the socket and leaves nothing running", async () => {
    const subscription = rig.connected();
    subscription.unsubscribe();
    expect(rig.cable.last.over).toBe(true);
    expect(rig.channel.status).toEqual({ state: "idle" });
    expect(rig.clock.pending).toBe(0);
    expect(rig.lifecycle.listeners).toBe(0);
  });

  test("one of several unsubscribes on the same socket", () => {
    rig.connected();
    rig.subscribe([], "78").unsubscribe();
    expect(rig.cable.last.commands.at(-1)).toEqual({
      command: "unsubscribe",
      identifier: JSON.stringify(identifier("78")),
    });
    expect(rig.cable.last.over).toBe(false);
  });

  test("what was rejected is not unsubscribed from: the server knows of no such subscription", () => {
    rig.connected();
    const rejected = rig.subscribe([], "78");
    rig.cable.last.send(frames.reject(identifier("78")));
    rejected.unsubscribe();
    expect(rig.cable.last.commands.map(({ command }) => command)).toEqual(["subscribe", "subscribe"]);
  });

  test("an identifier that was left takes a new socket: a subscribe could overtake its unsubscribe", async () => {
    rig.connected();
    const old = rig.cable.last;
    rig.subscribe([], "78").unsubscribe();
    rig.subscribe([], "78");
    expect(rig.replaced).toEqual([false]);
    expect(old.asked).toEqual(["77", "78"]);
    await rig.nextSocket(1_000);
    rig.welcome();
    expect(rig.cable.last.asked).toEqual(["77", "78"]);
  });

  test("and coming back when all had left opens a new socket at once", () => {
    rig.connected().unsubscribe();
    rig.subscribe(log);
    expect(rig.cable.sockets).toHaveLength(2);
    rig.welcome();
    rig.confirm();
    expect(log).toEqual(["confirmed"]);
  });

  test("a frame that cannot be read is a warning, and nothing else", () => {
    rig.connected(log);
    rig.cable.last.send("<html>");
    expect(rig.warnings).toEqual(["Unreadable frame."]);
    expect(log).toEqual(["confirmed"]);
    expect(rig.cable.last.over).toBe(false);
  });
});
