import { describe, expect, it } from "vitest";
import { decodeMessage } from "../../src/api/decode.ts";
import { storageKey } from "../../src/core/storage-key.ts";
import { TAB_NEWS_VERSION } from "../../src/core/tab-news.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import { perform } from "../simulation/perform.ts";
import { ENDPOINT, type SimPage, WEBCHAT } from "../simulation/sim-page.ts";
import { bodies, calmWorld } from "../support/calm-world.ts";
import { deferred } from "../support/deferred.ts";

function told({ chat }: SimPage): string[] {
  const received: string[] = [];
  chat.on("message", ({ message }) => received.push(message.body));
  return received;
}

describe("a visitor who writes before the settings are here", () => {
  it("hears the answer: a bootstrap that does not know of the conversation yet does not end it", async () => {
    const world = calmWorld(null);
    world.network.conditions.slowUntil = 1;
    world.page.chat.open();
    world.write();
    await world.clock.runUntil(() => world.page.chat.connection.state === "connected", 20_000);

    world.agentWrites();
    await world.clock.advance(1_000);

    expect(bodies(world.page)).toEqual(["visitor 1", "agent 2"]);
  });

  it("finds nothing missing between the first message and the end of a long conversation", async () => {
    const world = calmWorld(null);
    world.write();
    await world.clock.runUntil(() => world.backend.latest !== null, 5_000);
    for (let count = 0; count < 4; count += 1) world.agentWrites();
    world.page.chat.open();
    await world.clock.runUntil(() => world.page.chat.connection.state === "connected", 20_000);
    await world.clock.advance(5_000);

    void world.page.chat.loadOlder();
    await world.clock.advance(1_000);

    expect(world.page.chat.messages.map(({ id }) => id)).toEqual(world.backend.latest?.log.map(({ id }) => id));
  });
});

describe("an old message that is not loaded", () => {
  it("is neither shown nor told when it is edited, and does not stop the history before the loaded part", async () => {
    const world = calmWorld(30);
    await world.clock.advance(1_000);
    const received = told(world.page);

    world.agentEdits(0);
    await world.clock.advance(1_000);
    expect(received).toEqual([]);
    expect(world.page.chat.messages).toHaveLength(2);

    void world.page.chat.loadOlder();
    await world.clock.advance(1_000);
    expect(world.page.chat.messages).toHaveLength(30);
    expect(bodies(world.page)[1]).toMatch(/^edited/);
  });
});

describe("a word from the old conversation, on the way to the new one", () => {
  it("is not shown above a gap, where everything has been loaded anew meanwhile", async () => {
    const world = calmWorld(30);
    const { clock, backend, network, page } = world;
    await clock.advance(1_000);
    const old = backend.latest;
    // So that the old one is still heard when the new one has been loaded.
    network.conditions.deafUntil = clock.now() + 4_000;
    old?.close();
    for (let count = 0; count < 4; count += 1) world.write();
    await clock.runUntil(() => backend.latest?.log.length === 4, 3_000);
    void page.chat.loadOlder();
    await clock.runUntil(() => bodies(page).length === 2, 3_000);

    old?.create({ author: "agent", body: "too late" });
    await clock.advance(500);

    expect(bodies(page)).toEqual(["visitor 32", "visitor 33"]);
    expect(page.chat.hasMoreBefore).toBe(true);
  });

  it("is shown after what is there of it", async () => {
    const world = calmWorld(30);
    const { clock, backend, network, page } = world;
    await clock.advance(1_000);
    const old = backend.latest;
    network.conditions.deafUntil = clock.now() + 4_000;
    old?.close();
    world.write();
    await clock.runUntil(() => backend.latest !== old, 3_000);

    old?.create({ author: "agent", body: "too late" });
    await clock.advance(500);

    expect(bodies(page)).toContain("too late");
  });
});

describe("a message", () => {
  it("is told once, although it came live while everything was loaded anew, and came again after that", async () => {
    const world = calmWorld(3);
    await world.clock.advance(1_000);
    const received = told(world.page);
    // The place the history is asked from is gone, so that only a bootstrap helps; and that takes its time.
    world.backend.latest?.log.splice(0, 2);
    world.network.conditions.slowUntil = 60_000;
    void world.page.chat.loadOlder();

    for (let count = 0; count < 100; count += 1) {
      world.agentWrites();
      await world.clock.advance(200);
    }
    await world.clock.advance(20_000);

    expect(received).toHaveLength(100);
    expect(new Set(received).size).toBe(100);
  });

  it("that was stored just before a crash, without a session yet, goes out when the chat is opened", async () => {
    const world = calmWorld(null);
    const message = { clientId: "kept", body: "typed before the crash", attachments: [], page: null };
    const entry: OutboxEntry = { message, order: [0, 0], failure: null };
    void world.browser.recordStorage(world.page).put("kept", entry);
    await world.clock.advance(10);

    world.page.chat.open();
    await world.clock.advance(1_000);

    expect(world.backend.latest?.log.map(({ body }) => body)).toEqual(["typed before the crash"]);
  });
});

describe("a chat that a host page ends from within one of its events", () => {
  it.each([
    ["opening", { type: "open" }],
    ["sending the first message", { type: "send", count: 1 }],
    ["a drop", { type: "drop" }],
  ] as const)("leaves no timer, socket, request or listener behind: %s", async (_, command) => {
    const world = calmWorld(command.type === "drop" ? 3 : null);
    await world.clock.advance(1_000);
    world.page.chat.on("connection", () => world.page.chat.destroy());

    await perform(world, command);
    await world.clock.advance(5_000);

    expect(world.page.chat.connection).toEqual({ state: "closed", reason: "destroyed" });
    expect(world.page.leftovers()).toEqual([]);
  });

  it("leaves nothing behind when it hears of a message that had arrived in an earlier page's life", async () => {
    const world = calmWorld(3);
    await world.clock.advance(1_000);
    const session = world.values.get(storageKey("session", ENDPOINT, WEBCHAT)) ?? "";
    const message = { clientId: "kept", body: "its answer was lost", attachments: [], page: null };
    const entry: OutboxEntry = { message, order: [0, 0], failure: null };
    void world.browser.recordStorage(world.page).put("kept", entry);
    world.backend.send(session, { client_id: "kept", body: message.body });
    await world.clock.advance(10);
    world.page.crash(true);
    // Another tab is sending, so that the bootstrap is first to tell.
    const { signal } = new AbortController();
    const lock = world.browser.lock({ alive: true, deliver: (what) => what(), meet: () => 0 });
    const other = deferred<void>();
    void lock.run(storageKey("outbox", ENDPOINT, WEBCHAT), signal, () => other.promise);
    world.reload();
    world.page.chat.on("sent", () => world.page.chat.destroy());
    await world.clock.advance(2_000);
    expect(world.page.chat.messages.at(-1)?.delivery).toBe("sent");

    other.resolve();
    await world.clock.advance(3_000);

    expect(world.page.chat.connection).toEqual({ state: "closed", reason: "destroyed" });
    expect(world.page.leftovers()).toEqual([]);
  });
});

describe("where the first message shown is a deleted one", () => {
  it("what another tab tells of the history before it is not shown beside it", async () => {
    const world = calmWorld(4);
    const [first] = world.backend.latest?.log.slice(2) ?? [];
    if (first) world.backend.latest?.remove(first);
    await world.clock.advance(1_000);
    expect(world.page.chat.messages.map(({ id }) => id)).toEqual(["3", "4"]);

    const told = world.backend.latest?.find("2");
    const session = world.values.get(storageKey("session", ENDPOINT, WEBCHAT));
    const channel = `${storageKey("session", ENDPOINT, WEBCHAT)}${TAB_NEWS_VERSION}`;
    const message = told && decodeMessage(world.backend.latest?.presentRow(told));
    world.tabChannels.open(world.page, channel, () => undefined).tell({ session, message });
    await world.clock.advance(1_000);

    expect(world.page.chat.messages.map(({ id }) => id)).toEqual(["3", "4"]);
  });
});
