import { describe, expect, test, vi } from "vitest";
import { ChatRig, SESSION } from "../support/chat-rig.ts";
import { deferred } from "../support/deferred.ts";
import { answer } from "../support/scripted-fetch.ts";
import { frames } from "../support/server-side.ts";

/** A returning visitor with one message of an agent, connected and caught up. */
async function connected(): Promise<ChatRig> {
  const rig = new ChatRig({}, { returning: true });
  rig.commit(1);
  rig.chat.start();
  await rig.connect();
  return rig;
}

describe("Chat, for a visitor who has never written", () => {
  test("nothing is asked, opened or kept", async () => {
    const rig = new ChatRig();
    rig.chat.start();
    await rig.settle();
    expect([rig.requests, rig.channel.cable.sockets, [...rig.kept]]).toEqual([[], [], []]);
    expect(rig.chat.connection).toEqual({ state: "idle" });
  });

  test("opening it asks for the settings, and opens no socket", async () => {
    const rig = new ChatRig();
    rig.chat.open();
    await rig.settle();
    expect(rig.requests).toEqual(["GET "]);
    expect(rig.bearers).toEqual([null]);
    expect(rig.events).toEqual(["ready"]);
    expect(rig.channel.cable.sockets).toHaveLength(0);
    expect(rig.kept.size).toBe(0);
  });

  test("the first message makes the session, is sent, and then the conversation is followed", async () => {
    const rig = new ChatRig();
    rig.chat.open();
    await rig.settle();
    const clientId = rig.chat.send("Hello");
    await rig.connect();
    expect(rig.kept.size).toBe(1);
    expect(rig.chat.messages).toMatchObject([{ key: clientId, body: "Hello", delivery: "sent" }]);
    expect(rig.events).toEqual(["ready", "sent Hello"]);
    expect(rig.channel.cable.last.asked).toEqual(["77"]);
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });

  test("N rapid first messages carry one session, and are shown and sent in order", async () => {
    const rig = new ChatRig();
    for (const text of ["one", "two", "three"]) rig.chat.send(text);
    expect(rig.shown).toEqual(["one", "two", "three"]);
    await rig.connect();
    expect(new Set(rig.bearers).size).toBe(1);
    expect(rig.rows.map(({ body }) => body)).toEqual(["one", "two", "three"]);
    expect(rig.shown).toEqual(["one", "two", "three"]);
  });
});

describe("Chat, for a returning visitor", () => {
  test("no catch-up is asked for before the subscription is confirmed", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.chat.start();
    await rig.settle();
    rig.channel.welcome();
    await rig.settle();
    expect(rig.requests).toEqual(["GET "]);
    await rig.connect();
    expect(rig.requests).toEqual(["GET ", "GET /messages?after_id=1&revision=1"]);
    expect(rig.bearers).toEqual([`Bearer ${SESSION}`, `Bearer ${SESSION}`]);
  });

  test("what was written while the socket was gone is there after it, told once, and no message twice", async () => {
    const rig = await connected();
    rig.channel.cable.last.end();
    const missed = rig.commit(2);
    await rig.channel.nextSocket(1_000);
    await rig.connect();
    rig.broadcast(missed);
    expect(rig.shown).toEqual(["message 1", "message 2"]);
    expect(rig.events.filter((event) => event === "message message 2")).toHaveLength(1);
  });

  test("a frame that cannot be read leaves a hole that the catch-up fills", async () => {
    const rig = await connected();
    rig.commit(2);
    rig.broadcast({ type: "message", revision: 2, message: { id: "2" } });
    expect(rig.channel.warnings).toHaveLength(1);
    await rig.channel.world.advance(300);
    expect(rig.shown).toEqual(["message 1", "message 2"]);
    expect(rig.channel.cable.sockets).toHaveLength(1);
  });

  test("a frame of an unknown type is ignored", async () => {
    const rig = await connected();
    rig.broadcast({ type: "message.pinned", id: "1" });
    await rig.channel.world.advance(1_000);
    expect(rig.asked("GET /messages")).toHaveLength(1);
    expect(rig.channel.warnings).toEqual([]);
  });

  test("where the place it asks from is unknown, it bootstraps again and shows what the backend has", async () => {
    const rig = await connected();
    rig.rows.length = 0;
    rig.commit(5);
    rig.routes.set("GET /messages", () => answer({ code: "unknown_cursor" }, 404));
    rig.lookAgain();
    await rig.settle();
    rig.routes.clear();
    await rig.channel.world.advance(5_000);
    expect(rig.shown).toEqual(["message 5"]);
  });

  test("where every catch-up is refused so, it asks ever more slowly, not in a loop", async () => {
    const rig = await connected();
    rig.routes.set("GET /messages", () => answer({ code: "unknown_cursor" }, 404));
    rig.lookAgain();
    await rig.channel.world.advance(600_000);
    expect(rig.requests.length).toBeLessThan(100);
  });

  test("a subscription that is refused again and again is given up, and said", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.chat.start();
    for (let refused = 0; refused < 5; refused += 1) {
      await rig.settle();
      const socket = rig.channel.cable.last;
      if (socket.over) break;
      socket.send(frames.welcome);
      const { identifier } = socket.commands.at(-1) ?? { identifier: "" };
      socket.send(JSON.stringify({ type: "reject_subscription", identifier }));
      await rig.channel.world.advance(2_000);
    }
    expect(rig.events.filter((event) => event === "error subscription_rejected")).toHaveLength(4);
    expect(rig.chat.connection).toEqual({ state: "closed", reason: "rejected" });
    expect(rig.channel.cable.live).toHaveLength(0);
  });
});

describe("Chat, when the answer to a send is lost", () => {
  test("a message that was deleted meanwhile does not stand pending beside its own remains", async () => {
    const rig = await connected();
    let lost = true;
    rig.routes.set("POST /messages", (body) => {
      if (lost) {
        rig.commit(9, { client_id: body["client_id"], author: { type: "visitor" } });
        throw new TypeError("Failed to fetch");
      }
      return answer({ id: "9", state: "deleted", revision: rig.revision, created_at: "2026-11-21T00:00:00.000009Z" });
    });
    rig.chat.send("Oops");
    await rig.settle();
    lost = false;
    rig.revision += 1;
    rig.broadcast({
      type: "message",
      revision: rig.revision,
      message: { id: "9", state: "deleted", revision: rig.revision, created_at: "2026-11-21T00:00:00.000009Z" },
    });
    await rig.channel.world.advance(5_000);
    expect(rig.chat.messages.map(({ id, state }) => [id, state])).toEqual([
      ["1", "complete"],
      ["9", "deleted"],
    ]);
  });

  test("Retry-After of a send holds the cable back too", async () => {
    const rig = await connected();
    rig.routes.set("POST /messages", () => answer({}, 503, { "Retry-After": "5" }));
    rig.chat.send("Hello");
    await rig.settle();
    rig.routes.clear();
    rig.channel.cable.last.end();
    expect(await rig.channel.nextSocket(60_000)).toBe(5_000);
  });
});

describe("Chat, identity", () => {
  const IDENTITY = { identifier: "42", hash: "f".repeat(64) };

  test("a wrong hash is refused to the caller, and nothing has changed", async () => {
    const rig = await connected();
    rig.routes.set("PUT /identity", () => answer({ code: "invalid_identity" }, 401));
    await expect(rig.chat.identify(IDENTITY)).rejects.toMatchObject({ code: "invalid_identity" });
    expect(rig.shown).toEqual(["message 1"]);
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });

  test("identified while the settings are still on their way, it asks for them anew", async () => {
    const rig = new ChatRig({}, { returning: true });
    const early = deferred<Response>();
    rig.routes.set("GET ", () => early.promise);
    rig.chat.start();
    await rig.settle();
    const anonymous = rig.bootstrap();
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), session: { identified: true, name: "Ana" } }));
    await rig.chat.identify(IDENTITY);
    early.resolve(answer(anonymous));
    await rig.settle();
    expect(rig.events).toEqual(["identified Ana", "ready"]);
  });
});

describe("Chat, the end", () => {
  test("signed out, what was pending is not sent under the next session, and nothing is kept", async () => {
    const rig = await connected();
    rig.routes.set("POST /messages", () => deferred<Response>().promise);
    for (const text of ["one", "two", "three"]) rig.chat.send(text);
    await rig.settle();
    await rig.chat.reset();
    await rig.channel.world.advance(60_000);
    expect(rig.asked("POST")).toHaveLength(1);
    expect([rig.shown, rig.kept.size, rig.records.records.size]).toEqual([[], 0, 0]);
    expect(rig.channel.cable.live).toHaveLength(0);
  });

  test("destroyed, it leaves no timer, socket or listener, and takes no message", async () => {
    const rig = await connected();
    rig.chat.open();
    rig.chat.notifyTyping();
    await vi.dynamicImportSettled();
    rig.chat.destroy();
    await rig.settle();
    expect([rig.channel.clock.pending, rig.channel.cable.live.length, rig.channel.lifecycle.listeners]).toEqual([
      0, 0, 0,
    ]);
    expect(() => rig.chat.send("too late")).toThrow(expect.objectContaining({ code: "destroyed" }));
  });
});
