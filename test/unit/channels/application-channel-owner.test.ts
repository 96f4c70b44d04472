import { describe, expect, it } from "vitest";
import { ApplicationChannel, type ChannelStatus } from "../../../src/channels/application-channel.ts";
import type { SubscriptionEvents } from "../../../src/channels/subscription-slot.ts";
import type { CableSocketEvents, CableSubscriptionEvents, Ports } from "../../../src/core/ports.ts";
import { ALMOST_ONE, fixedRandom } from "../../support/fixed-random.ts";
import { VirtualClock } from "../../support/virtual-clock.ts";

interface OpenSocket {
  events: CableSocketEvents;
  asked: string[];
  subscriptions: CableSubscriptionEvents[];
  closed: boolean;
}

class Rig {
  readonly clock = new VirtualClock();
  readonly random = fixedRandom(ALMOST_ONE);
  readonly sockets: OpenSocket[] = [];
  readonly channel = new ApplicationChannel("ws://app.example.com/cable", this.#ports());

  get socket(): OpenSocket {
    return this.sockets.at(-1) as OpenSocket;
  }

  get alive(): number {
    return this.sockets.filter(({ closed }) => !closed).length;
  }

  subscribe(id: string) {
    return this.channel.subscribe({ channel: "WebchatChannel", conversation: id }, quiet);
  }

  #ports(): Ports {
    return {
      clock: this.clock,
      random: this.random,
      fetch: () => Promise.reject(new TypeError("not used")),
      consumer: {
        open: (_url, events) => {
          const socket: OpenSocket = { events, asked: [], subscriptions: [], closed: false };
          this.sockets.push(socket);
          return {
            subscribe: (identifier, subscription) => {
              socket.asked.push(identifier["conversation"] ?? "");
              socket.subscriptions.push(subscription);
              return { perform: () => undefined, unsubscribe: () => undefined };
            },
            close: () => {
              socket.closed = true;
            },
          };
        },
      },
      lifecycle: { visible: true, online: true, listen: () => () => undefined, page: () => null },
      lock: { run: (_name, _signal, task) => task() },
      reportError: (error) => {
        throw error;
      },
      warn: () => undefined,
    };
  }
}

const quiet: SubscriptionEvents = {
  onSubscriptionConfirmed: () => undefined,
  onDisconnect: () => undefined,
  onRejected: () => undefined,
  onReceived: () => undefined,
};

function whenStatus(rig: Rig, state: ChannelStatus["state"], then: () => void): void {
  const stop = rig.channel.on("status", (status) => {
    if (status.state !== state) return;
    stop();
    then();
  });
}

describe("an owner that leaves while it is being told", () => {
  it("of a reconnection that waits, leaves no timer behind", async () => {
    const rig = new Rig();
    const subscription = rig.subscribe("77");
    whenStatus(rig, "waiting", () => subscription.unsubscribe());

    rig.socket.events.closed();
    rig.socket.closed = true;
    await rig.clock.advance(60_000);

    expect(rig.clock.pending).toBe(0);
    expect(rig.sockets).toHaveLength(1);
  });

  it("of a new attempt, leaves no socket behind", async () => {
    const rig = new Rig();
    const subscription = rig.subscribe("77");
    rig.socket.events.closed();
    rig.socket.closed = true;
    whenStatus(rig, "connecting", () => subscription.unsubscribe());

    await rig.clock.advance(60_000);

    expect(rig.alive).toBe(0);
    expect(rig.clock.pending).toBe(0);
  });
});

describe("an owner that is told that the socket is open", () => {
  it("may want another one already: the first is asked for nothing", () => {
    const rig = new Rig();
    rig.subscribe("77");
    const { events, asked } = rig.socket;
    whenStatus(rig, "open", () => events.closed());

    events.welcomed();

    expect(asked).toEqual([]);
    expect(rig.channel.status.state).toBe("waiting");
  });
});

describe("an identifier that was left", () => {
  it("before any socket was asked for it, costs no new socket when it is wanted again", () => {
    const rig = new Rig();
    rig.subscribe("76");
    rig.subscribe("77").unsubscribe();

    rig.subscribe("77");
    rig.socket.events.welcomed();

    expect(rig.sockets).toHaveLength(1);
    expect(rig.socket.asked).toEqual(["76", "77"]);
  });

  it("on a socket that is gone, is free again while the next attempt waits", () => {
    const rig = new Rig();
    rig.subscribe("76");
    const left = rig.subscribe("77");
    rig.socket.events.welcomed();
    left.unsubscribe();
    rig.socket.events.closed();
    const { status } = rig.channel;

    rig.subscribe("77");

    expect(rig.channel.status).toBe(status);
  });
});

describe("the time of the next attempt", () => {
  function waiting(rig: Rig): void {
    rig.subscribe("77");
    rig.socket.events.closed();
  }

  it("is not made earlier by a Retry-After that is shorter", async () => {
    const rig = new Rig();
    waiting(rig);

    rig.channel.holdOff(10);
    await rig.clock.advance(900);

    expect(rig.sockets).toHaveLength(1);
  });

  it("is not made later by one that is over before it", async () => {
    const rig = new Rig();
    waiting(rig);
    await rig.clock.advance(500);

    rig.channel.holdOff(10);
    await rig.clock.advance(500);

    expect(rig.sockets).toHaveLength(2);
  });

  it("is not made later by somebody who begins to look", async () => {
    const rig = new Rig();
    waiting(rig);
    await rig.clock.advance(950);

    rig.channel.setForeground({}, true);
    await rig.clock.advance(50);

    expect(rig.sockets).toHaveLength(2);
  });
});
