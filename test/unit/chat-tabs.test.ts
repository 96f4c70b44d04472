import { describe, expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { answer } from "../support/scripted-fetch.ts";
import { silent, twoTabs } from "../support/two-tabs.ts";

function refusing(rig: ChatRig): void {
  const body = { code: "invalid", title: "Invalid", errors: { body: ["no"] } };
  rig.routes.set("POST /messages", () => answer(body, 422));
}

describe("Chat, of several tabs: what one sends", () => {
  test("is pending in the other, and then sent, although its own cable brings nothing", async () => {
    const [one, two] = await twoTabs();
    one.routes.set("POST /messages", silent);
    const clientId = one.chat.send("Hello");
    await one.settle();
    expect(two.chat.messages.at(-1)).toMatchObject({ clientId, delivery: "pending" });
    one.routes.clear();
    one.chat.destroy();
    await two.settle();
    expect(two.chat.messages.at(-1)).toMatchObject({ clientId, delivery: "sent" });
  });

  test("is told as `sent` there only, and moves no cursor here", async () => {
    const [one, two] = await twoTabs();
    one.chat.send("Hello");
    await one.settle();
    expect(two.shown).toEqual(["message 1", "Hello"]);
    expect([...one.events, ...two.events]).toEqual(["sent Hello"]);
    two.lookAgain();
    await two.settle();
    expect(two.requests.at(-1)).toBe("GET /messages?after_id=1&revision=1");
  });

  test("is told as `sent` once, when the cable brings it to both as well", async () => {
    const [one, two] = await twoTabs();
    one.chat.send("Hello");
    await one.settle();
    const frame = { type: "message", revision: one.revision, message: one.rows.at(-1) };
    for (const rig of [one, two]) rig.broadcast(frame);
    await one.settle();
    expect([...one.events, ...two.events]).toEqual(["sent Hello"]);
    expect([one.shown, two.shown]).toEqual([
      ["message 1", "Hello"],
      ["message 1", "Hello"],
    ]);
  });

  test("the first message of a visitor begins the other tab, which has no session", async () => {
    const one = new ChatRig();
    const two = new ChatRig({}, { beside: one });
    for (const { chat } of [one, two]) chat.start();
    one.chat.send("Hello");
    await one.connect();
    await two.connect();
    expect(two.chat.connection).toEqual({ state: "connected", caughtUp: true });
    expect(two.shown).toEqual(["Hello"]);
    expect(two.bearers.at(-1)).toBe(one.bearers.at(-1));
    two.broadcast(two.commit(2));
    expect(two.chat.unreadCount).toBe(1);
  });

  test("rapid first messages of three tabs carry one session, each once, in order in each tab", async () => {
    const one = new ChatRig();
    const tabs = [one, new ChatRig({}, { beside: one }), new ChatRig({}, { beside: one })];
    for (let count = 1; count <= 4; count += 1) {
      for (const [index, { chat }] of tabs.entries()) chat.send(`tab ${index} message ${count}`);
    }
    for (const rig of tabs) await rig.connect();
    await one.settle();
    const bearers = new Set(tabs.flatMap((rig) => rig.bearers).filter((bearer) => bearer !== null));
    expect(bearers.size).toBe(1);
    const bodies = one.rows.map(({ body }) => String(body));
    expect(bodies).toHaveLength(12);
    for (const index of [0, 1, 2]) {
      const own = bodies.filter((body) => body.startsWith(`tab ${index}`));
      expect(own).toEqual([1, 2, 3, 4].map((count) => `tab ${index} message ${count}`));
    }
    for (const { shown } of tabs) expect(shown).toEqual(bodies);
  });

  test("in a conversation of its own is followed by the other tab, too", async () => {
    const [one, two] = await twoTabs();
    const moved = { id: "500", conversation: "78", client_id: "new", body: "Anew", author: { type: "visitor" } };
    one.routes.set("POST /messages", (body) => answer({ ...one.rows[0], ...moved, client_id: body["client_id"] }, 201));
    one.chat.send("Anew");
    await two.settle();
    expect(two.channel.cable.last.asked.at(-1)).toBe("78");
  });
});

describe("Chat, of several tabs: what fails", () => {
  test("is shown as failed in the other, and told where it was tried", async () => {
    const [one, two] = await twoTabs();
    refusing(one);
    one.chat.send("Hello");
    await one.settle();
    expect(two.chat.messages.at(-1)).toMatchObject({ delivery: "failed", error: { code: "invalid" } });
    expect(one.events).toEqual(["failed Hello"]);
    expect(two.events).toEqual([]);
  });

  test("is sent from the other when it is retried there", async () => {
    const [one, two] = await twoTabs();
    refusing(one);
    const clientId = one.chat.send("Hello");
    await one.settle();
    one.routes.clear();
    two.chat.retry(clientId);
    await two.settle();
    for (const { chat } of [one, two]) expect(chat.messages.at(-1)).toMatchObject({ clientId, delivery: "sent" });
    expect(one.rows).toHaveLength(2);
  });

  test("is gone from both when it is discarded in one", async () => {
    const [one, two] = await twoTabs();
    refusing(one);
    const clientId = one.chat.send("Hello");
    await one.settle();
    two.chat.discard(clientId);
    await two.settle();
    expect([one.shown, two.shown]).toEqual([["message 1"], ["message 1"]]);
    expect(one.records.records.size).toBe(0);
  });
});

describe("Chat, of several tabs: what one receives", () => {
  test("is in the other at once, told as `message` once in each, and asked for again all the same", async () => {
    const [one, two] = await twoTabs();
    const frame = one.commit(2);
    one.broadcast(frame);
    await one.settle();
    expect(two.shown).toEqual(["message 1", "message 2"]);
    two.broadcast(frame);
    await two.settle();
    expect(one.events).toEqual(["message message 2", "unread 1"]);
    expect(two.events).toEqual(["message message 2", "unread 1"]);
  });

  test("is no word about what came before it: the other's catch-up brings that", async () => {
    const [one, two] = await twoTabs();
    two.channel.cable.last.end();
    const [missed, last] = [one.commit(2), one.commit(3)];
    one.broadcast(last);
    await one.settle();
    expect(two.shown).toEqual(["message 1", "message 3"]);
    one.broadcast(missed);
    await two.channel.nextSocket(1_000);
    await two.connect();
    expect(two.shown).toEqual(["message 1", "message 2", "message 3"]);
    expect(two.requests.filter((request) => request.startsWith("GET /messages")).at(-1)).toContain("revision=1");
  });

  test("and reads is read in the other, also without a network", async () => {
    const [one, two] = await twoTabs();
    const frame = one.commit(2);
    for (const rig of [one, two]) rig.broadcast(frame);
    one.routes.set("PUT /seen", silent);
    one.chat.open();
    await one.settle();
    expect(two.chat.unreadCount).toBe(0);
    expect(two.events).toEqual(["message message 2", "unread 1", "unread 0"]);
    expect(two.asked("PUT /seen")).toEqual([]);
  });
});

describe("Chat, of several tabs: what one did not live to tell", () => {
  test("is found in what is stored while somebody looks at another, and goes out", async () => {
    const [one, two] = await twoTabs();
    one.chat.destroy();
    two.chat.open();
    const message = { clientId: "c", body: "Hello", attachments: [], page: null };
    await two.records.put("c", { message, order: [1, 0], failure: null });
    await two.channel.world.advance(40_000);
    expect(two.shown).toEqual(["message 1", "Hello"]);
    expect(two.chat.messages.at(-1)).toMatchObject({ clientId: "c", delivery: "sent" });
  });
});

describe("Chat, of several tabs: a reply that is to stop", () => {
  const CANCEL = "POST /messages/7/cancel";

  async function streaming(): Promise<[ChatRig, ChatRig]> {
    const tabs = await twoTabs();
    const frame = tabs[0].commit(7, { state: "streaming", body: "Well, ", chunk: 1 });
    for (const rig of tabs) rig.broadcast(frame);
    return tabs;
  }

  test("is stopping in all", async () => {
    const [one, two] = await streaming();
    for (const rig of [one, two]) rig.routes.set(CANCEL, silent);
    void one.chat.cancel("7");
    await one.settle();
    expect(two.chat.messages.at(-1)).toMatchObject({ id: "7", stopping: true });
    for (const { chat } of [one, two]) chat.destroy();
  });

  test("is asked to, once, by another where the first one is closed over it", async () => {
    const [one, two] = await streaming();
    one.routes.set(CANCEL, silent);
    void one.chat.cancel("7");
    one.chat.destroy();
    await two.settle();
    expect(two.asked("POST")).toEqual([CANCEL]);
  });
});

describe("Chat, of several tabs: who is identified", () => {
  test("in one tab, the other goes over to what the session reads since, at its next look", async () => {
    const [one, two] = await twoTabs();
    one.beginConversation();
    one.commit(300, { body: "The contact's" });
    await one.chat.identify({ identifier: "42", hash: "f".repeat(64) });
    two.lookAgain();
    await two.settle();
    expect(two.chat.conversation?.id).toBe("78");
    expect(two.shown).toEqual(["The contact's"]);
  });
});
