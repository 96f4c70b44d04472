import { describe, expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { answer } from "../support/scripted-fetch.ts";

/** A returning visitor with one message of an agent, where something between ends every WebSocket at once. */
async function withoutSockets(returning = true): Promise<ChatRig> {
  const rig = new ChatRig({}, { returning });
  refuse(rig);
  if (returning) rig.commit(1);
  rig.chat.start();
  await rig.settle();
  return rig;
}

/** Ends each new socket before it has opened, until the result is called. */
function refuse({ channel: { cable, clock } }: ChatRig): () => void {
  const open = cable.open.bind(cable);
  cable.open = (url, events) => {
    const socket = open(url, events);
    clock.setTimeout(() => cable.last.end(), 10);
    return socket;
  };
  return () => {
    cable.open = open;
  };
}

/** How many catch-ups there are within `ms`. */
async function polls(rig: ChatRig, ms: number): Promise<number> {
  const before = rig.asked("GET /messages").length;
  await rig.channel.world.advance(ms);
  return rig.asked("GET /messages").length - before;
}

async function polling(): Promise<ChatRig> {
  const rig = await withoutSockets();
  await rig.channel.world.advance(3_000);
  expect(rig.chat.connection).toEqual({ state: "polling" });
  return rig;
}

describe("Chat, where WebSockets cannot be had", () => {
  test("after one socket that came to nothing it waits for the next one, after two it polls", async () => {
    const rig = await withoutSockets();
    await rig.channel.world.runUntil(() => rig.channel.cable.sockets.length === 2, 60_000);
    expect(rig.asked("GET /messages")).toHaveLength(0);
    expect(rig.chat.connection.state).toBe("reconnecting");
    await rig.channel.world.advance(10);
    expect(rig.asked("GET /messages")).toHaveLength(1);
    expect(rig.chat.connection).toEqual({ state: "polling" });
  });

  test("the developer is told once what it most often comes from", async () => {
    const rig = await polling();
    expect(await polls(rig, 60_000)).toBeGreaterThan(0);
    expect(rig.channel.warnings).toEqual(["No WebSocket: wrong origin?"]);
  });

  test("a socket that opens, but confirms nothing, counts as none", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.chat.start();
    await rig.settle();
    for (let socket = 1; socket <= 2; socket += 1) {
      rig.channel.welcome();
      await rig.channel.nextSocket(30_000);
    }
    expect(rig.chat.connection).toEqual({ state: "polling" });
    // However many of them come, they do not put off the next poll.
    const asked = rig.asked("GET /messages").length;
    for (let socket = 1; socket <= 6; socket += 1) {
      rig.channel.welcome();
      await rig.channel.nextSocket(60_000);
      expect(rig.chat.connection).toEqual({ state: "polling" });
    }
    const minutes = Math.floor(rig.channel.world.now() / 60_000);
    expect(rig.asked("GET /messages").length - asked).toBeGreaterThanOrEqual(minutes);
  });

  test("one that was confirmed in between begins the count anew", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.chat.start();
    await rig.connect();
    for (let drop = 1; drop <= 3; drop += 1) {
      rig.channel.cable.last.end();
      await rig.channel.nextSocket(30_000);
      rig.channel.cable.last.end();
      expect(rig.chat.connection.state).toBe("reconnecting");
      await rig.channel.nextSocket(30_000);
      await rig.connect();
    }
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });

  test("it is asked every 5 s while somebody looks, every 30 s otherwise", async () => {
    const rig = await polling();
    expect(await polls(rig, 300_000)).toBe(10);
    const before = rig.asked("GET /messages").length;
    rig.chat.open();
    expect(rig.asked("GET /messages"), "at once, when somebody begins to look").toHaveLength(before + 1);
    expect(await polls(rig, 60_000)).toBe(12);
    rig.channel.lifecycle.setVisible(false);
    expect(await polls(rig, 300_000)).toBe(10);
    const hidden = rig.asked("GET /messages").length;
    rig.channel.lifecycle.setVisible(true);
    expect(rig.asked("GET /messages"), "at once, when somebody comes back").toHaveLength(hidden + 1);
    expect(await polls(rig, 60_000)).toBe(12);
  });

  test("messages go both ways", async () => {
    const rig = await polling();
    rig.chat.open();
    rig.commit(2);
    rig.chat.send("Hello");
    await rig.channel.world.advance(5_000);
    expect(rig.shown).toEqual(["message 1", "message 2", "Hello"]);
    expect(rig.events).toContain("message message 2");
  });

  test("a first conversation is polled too", async () => {
    const rig = await withoutSockets(false);
    rig.chat.open();
    rig.chat.send("Hello");
    await rig.channel.world.advance(10_000);
    expect(rig.chat.connection).toEqual({ state: "polling" });
    rig.commit(200, { body: "Hi" });
    await rig.channel.world.advance(5_000);
    expect(rig.shown).toEqual(["Hello", "Hi"]);
  });

  test("a conversation that follows the closed one is polled at once", async () => {
    const rig = await polling();
    const next = { id: "78", status: "open", revision: 1, seen: {} };
    rig.routes.set("POST /messages", ({ client_id, body }) => {
      rig.rows.length = 0;
      return answer(
        rig.commit(90, { client_id, body, conversation: "78", author: { type: "visitor" } })["message"],
        201,
      );
    });
    rig.routes.set("GET /messages", (_, url) => answer({ ...rig.page(url), conversation: next }));
    rig.chat.send("Once more");
    await rig.settle();
    expect(rig.asked("GET /messages").at(-1)).toBe("GET /messages?revision=0");
    expect(rig.chat.connection).toEqual({ state: "polling" });
  });

  test("the socket is tried on, with the usual delays", async () => {
    const rig = await polling();
    const before = rig.channel.cable.sockets.length;
    await rig.channel.world.advance(600_000);
    const tried = rig.channel.cable.sockets.length - before;
    expect(tried).toBeGreaterThan(600_000 / 30_000 - 5);
    expect(tried).toBeLessThan(60);
  });

  test("a socket that is confirmed takes over, with a catch-up of its own and no hole", async () => {
    const rig = await polling();
    const allow = refuse(rig);
    allow();
    await rig.channel.nextSocket(60_000);
    rig.commit(2);
    const before = rig.asked("GET /messages").length;
    rig.channel.welcome();
    await rig.settle();
    expect(rig.asked("GET /messages")).toHaveLength(before);
    await rig.connect();
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
    expect(rig.shown).toEqual(["message 1", "message 2"]);
    rig.broadcast(rig.commit(3));
    expect(rig.shown).toHaveLength(3);
  });

  test("taken over while a poll is under way, nothing it brings is counted as known", async () => {
    const rig = await polling();
    refuse(rig)();
    await rig.channel.nextSocket(60_000);
    rig.routes.set("GET /messages", () => new Promise<Response>(() => undefined));
    rig.lookAgain();
    await rig.settle();
    rig.commit(2);
    rig.routes.clear();
    await rig.connect();
    expect(rig.shown).toEqual(["message 1", "message 2"]);
    expect(rig.asked("GET /messages").at(-1)).toBe("GET /messages?after_id=1&revision=1");
    expect(rig.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });

  test("where HTTP fails too it says so, tries again, and polls on when that is back", async () => {
    const rig = await polling();
    rig.chat.open();
    rig.routes.set("GET /messages", () => answer({}, 500));
    await rig.channel.world.advance(5_000);
    expect(rig.chat.connection.state).toBe("reconnecting");
    expect(await polls(rig, 30_000)).toBeGreaterThanOrEqual(3);
    rig.commit(2);
    rig.routes.clear();
    await rig.channel.world.advance(15_000);
    expect(rig.chat.connection).toEqual({ state: "polling" });
    expect(rig.shown).toEqual(["message 1", "message 2"]);
  });

  test("a network that is back is used at once, not after a backoff", async () => {
    const rig = await polling();
    rig.routes.set("GET /messages", () => answer({}, 500));
    rig.channel.lifecycle.setOnline(false);
    expect(rig.chat.connection).toEqual({ state: "offline" });
    rig.lookAgain();
    // Long enough for the wait between two tries to have grown.
    await rig.channel.world.advance(60_000);
    rig.routes.clear();
    rig.channel.lifecycle.setOnline(true);
    await rig.channel.world.advance(100);
    expect(rig.chat.connection).toEqual({ state: "polling" });
  });

  test("a backend without revisions is polled as well", async () => {
    const rig = await withoutSockets();
    const plain = (url: URL) => ({ ...rig.page(url), revision: null });
    rig.routes.set("GET /messages", (_, url) => answer(plain(url)));
    await rig.channel.world.advance(3_000);
    rig.commit(2);
    await rig.channel.world.advance(30_000);
    expect(rig.shown).toEqual(["message 1", "message 2"]);
  });

  test("what an agent is told was read is told without a socket too", async () => {
    const rig = await polling();
    rig.routes.set("PUT /seen", () => answer({}, 503));
    rig.chat.open();
    await rig.settle();
    rig.routes.clear();
    const before = rig.asked("PUT /seen").length;
    await rig.channel.world.advance(5_000);
    expect(rig.asked("PUT /seen").length).toBeGreaterThan(before);
  });

  test("signed out or destroyed, nothing is polled any more", async () => {
    const left = await polling();
    await left.chat.reset();
    expect(await polls(left, 120_000)).toBe(0);
    expect(left.chat.connection).toEqual({ state: "idle" });
    const { chat, channel } = await polling();
    chat.open();
    chat.destroy();
    await channel.world.settle();
    expect(channel.clock.pending).toBe(0);
  });
});
