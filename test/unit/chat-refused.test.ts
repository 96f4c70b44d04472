import { describe, expect, test } from "vitest";
import { CABLE_URL } from "../support/channel-rig.ts";
import { ChatRig } from "../support/chat-rig.ts";
import { answer } from "../support/scripted-fetch.ts";
import { frames } from "../support/server-side.ts";

const UNAUTHORIZED = frames.disconnect("unauthorized", false);

async function started(options: ConstructorParameters<typeof ChatRig>[0] = {}): Promise<ChatRig> {
  const rig = new ChatRig(options, { returning: true });
  rig.commit(1);
  rig.chat.start();
  await rig.settle();
  return rig;
}

/** The server says that it wants no further attempt; then whatever follows from it comes to its end. */
async function unauthorized(rig: ChatRig): Promise<void> {
  rig.channel.cable.last.send(UNAUTHORIZED);
  await rig.channel.world.advance(10_000);
}

async function reject(rig: ChatRig): Promise<void> {
  const { last } = rig.channel.cable;
  last.send(frames.welcome);
  for (const { command, identifier } of [...last.commands]) {
    if (command === "subscribe") last.send(JSON.stringify({ type: "reject_subscription", identifier }));
  }
  await rig.channel.world.advance(10_000);
}

describe.each([
  ["a disconnect for good", unauthorized, "connection_refused", "unauthorized"],
  ["a rejected subscription", reject, "subscription_rejected", "rejected"],
] as const)("Chat, told %s", (_, refuse, code, reason) => {
  test("asks the bootstrap, and is connected again where that helps", async () => {
    const rig = await started();
    await rig.connect();
    await refuse(rig);
    expect(rig.asked("GET ").filter((request) => request === "GET ")).toHaveLength(2);
    expect(rig.chat.problem).toBeNull();
    await rig.connect();
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
    expect(rig.shown).toEqual(["message 1"]);
  });

  test("asks it three times in a row, then gives up and says so", async () => {
    const rig = await started();
    for (let refused = 0; refused <= 3; refused += 1) await refuse(rig);
    expect(rig.events.filter((event) => event === `error ${code}`)).toHaveLength(4);
    expect(rig.chat.connection).toEqual({ state: "closed", reason });
    expect(rig.chat.problem).toMatchObject({ code });
    expect(rig.channel.cable.live).toHaveLength(0);
    const asked = rig.requests.length;
    await rig.channel.world.advance(600_000);
    expect(rig.requests).toHaveLength(asked);
    expect(rig.shown).toEqual(["message 1"]);
  });

  test("a confirmation that has caught up begins the count anew, one that has not does not", async () => {
    const rig = await started();
    for (let refused = 0; refused < 3; refused += 1) await refuse(rig);
    await rig.connect();
    for (let refused = 0; refused < 3; refused += 1) await refuse(rig);
    expect(rig.chat.problem).toBeNull();
    rig.routes.set("GET /messages", () => answer({}, 500));
    await rig.connect();
    await refuse(rig);
    expect(rig.chat.problem).toMatchObject({ code });
  });

  test("given up, it looks once more when somebody comes back to the page", async () => {
    const rig = await started();
    for (let refused = 0; refused <= 3; refused += 1) await refuse(rig);
    rig.lookAgain();
    await rig.connect();
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
    expect(rig.chat.problem).toBeNull();
  });

  test("given up, it still sends what is written", async () => {
    const rig = await started();
    for (let refused = 0; refused <= 3; refused += 1) await refuse(rig);
    rig.chat.send("Hello?");
    await rig.settle();
    expect(rig.shown).toEqual(["message 1", "Hello?"]);
    expect(rig.events).toContain("sent Hello?");
  });
});

describe("Chat, ended by whoever is told that it was refused", () => {
  test.each([unauthorized, reject])("leaves nothing behind (%#)", async (refuse) => {
    const rig = await started();
    await rig.connect();
    rig.chat.open();
    rig.chat.on("connection", () => rig.chat.destroy());
    await refuse(rig);
    expect([rig.channel.clock.pending, rig.channel.cable.live.length, rig.channel.reported]).toEqual([0, 0, []]);
  });
});

describe("Chat, whose token has expired", () => {
  test("asks the function it was given for another one at each attempt", async () => {
    let count = 0;
    const rig = await started({ cable: () => `${CABLE_URL}?token=${++count}` });
    await rig.connect();
    rig.channel.cable.last.send(UNAUTHORIZED);
    await rig.connect();
    expect(rig.channel.cable.sockets.map(({ url }) => url)).toEqual([`${CABLE_URL}?token=1`, `${CABLE_URL}?token=2`]);
    expect(rig.chat.connection.state).toBe("connected");
  });

  test("takes the URL that the new bootstrap gives, and leaves the old one", async () => {
    const rig = await started();
    await rig.connect();
    const cable = { url: `${CABLE_URL}?token=2`, channel: "WebchatChannel" };
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), cable }));
    rig.channel.cable.last.send(UNAUTHORIZED);
    await rig.connect();
    expect(rig.channel.cable.sockets.map(({ url }) => url)).toEqual([CABLE_URL, cable.url]);
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
    rig.broadcast(rig.commit(2));
    expect(rig.shown).toEqual(["message 1", "message 2"]);
  });
});

describe("Chat, told a disconnect for good while it polls", () => {
  test("does not poll on as if nothing had been said", async () => {
    const rig = await started();
    for (let lost = 1; lost <= 2; lost += 1) {
      rig.channel.cable.last.end();
      await rig.channel.nextSocket(60_000);
    }
    expect(rig.chat.connection).toEqual({ state: "polling" });
    for (let refused = 0; refused <= 3; refused += 1) await unauthorized(rig);
    expect(rig.chat.connection).toEqual({ state: "closed", reason: "unauthorized" });
    const asked = rig.requests.length;
    await rig.channel.world.advance(120_000);
    expect(rig.requests).toHaveLength(asked);
  });
});
