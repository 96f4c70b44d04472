import { describe, expect, test } from "vitest";
import { ChatRig, SESSION } from "../support/chat-rig.ts";
import { answer } from "../support/scripted-fetch.ts";
import { silent, twoTabs } from "../support/two-tabs.ts";

describe("Chat, of several tabs: signing out", () => {
  test("in one takes session, transcript and outbox from the other, which goes on as a new visitor's", async () => {
    const [one, two] = await twoTabs();
    two.routes.set("POST /messages", silent);
    two.chat.send("Never sent");
    await two.settle();
    await one.chat.reset();
    await two.settle();
    expect([one.chat.hasSession, two.chat.hasSession]).toEqual([false, false]);
    expect([one.shown, two.shown]).toEqual([[], []]);
    expect(two.chat.conversation).toBeNull();
    expect(two.channel.cable.last.commands.at(-1)?.command).toBe("unsubscribe");
    expect(one.records.records.size).toBe(0);
    two.routes.clear();
    two.chat.send("Hello");
    await two.settle();
    expect(two.bearers.at(-1)).not.toBe(`Bearer ${SESSION}`);
    expect(one.bearers.at(-1)).not.toBeNull();
    expect(one.chat.hasSession).toBe(true);
  });

  test("what the left session still brings to a slower tab does not come back to the others", async () => {
    const [one, two] = await twoTabs();
    const frame = two.commit(2);
    void one.chat.reset();
    two.broadcast(frame);
    await two.settle();
    expect([one.shown, two.shown]).toEqual([[], []]);
    expect([one.chat.hasSession, two.chat.hasSession]).toEqual([false, false]);
  });

  test("what the next visitor writes at once is sent, under the next session", async () => {
    const [one, two] = await twoTabs();
    void one.chat.reset();
    one.chat.send("Hello");
    await one.settle();
    expect(one.rows.at(-1)).toMatchObject({ body: "Hello" });
    expect(one.bearers.at(-1)).not.toBe(`Bearer ${SESSION}`);
    expect(two.chat.messages.at(-1)).toMatchObject({ body: "Hello", delivery: "sent" });
  });

  test("a tab that was put away meanwhile signs out when it is taken back", async () => {
    const [one, two] = await twoTabs();
    one.kept.clear();
    two.channel.lifecycle.tell("restored");
    await two.settle();
    expect(two.shown).toEqual([]);
    expect(two.chat.hasSession).toBe(false);
  });

  test("of one that was put away, and comes back under another session of the same contact, no message is told twice", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.chat.start();
    await rig.connect();
    const told: (string | null)[] = [];
    rig.chat.on("message", ({ message }) => told.push(message.id));
    const frame = rig.commit(2);
    rig.broadcast(frame);
    for (const key of rig.kept.keys()) rig.kept.set(key, "t".repeat(43));
    rig.rows.pop();
    rig.channel.lifecycle.tell("restored");
    await rig.connect();
    expect(rig.shown).toHaveLength(1);
    rig.broadcast(frame);
    expect(rig.shown).toHaveLength(2);
    expect(told).toHaveLength(1);
  });

  test.each([["t".repeat(43)], [null]])(
    "what was being written down as a tab was put away is not the next visitor's, who has begun in another (%s)",
    async (next) => {
      const rig = new ChatRig({}, { returning: true });
      rig.commit(1);
      rig.chat.start();
      await rig.connect();
      const release = rig.records.hold("put");
      rig.chat.send("secret");
      await rig.settle();
      rig.records.records.clear();
      for (const key of [...rig.kept.keys()]) next ? rig.kept.set(key, next) : rig.kept.delete(key);
      rig.beginConversation();
      rig.channel.lifecycle.tell("restored");
      await rig.settle();
      release();
      await rig.channel.world.advance(10_000);
      rig.lookAgain();
      await rig.channel.world.advance(10_000);
      expect([rig.shown, rig.asked("POST /messages"), rig.records.records.size]).toEqual([[], [], 0]);
    },
  );

  test.each([
    ["was put away before there was a session begins when it is taken back", "restored"],
    ["was never told of the session, since the one that made it died first, begins when it is looked at", "visible"],
  ] as const)("a tab that %s", async (_, event) => {
    const one = new ChatRig();
    one.chat.start();
    one.commit(1);
    one.kept.set("cablechat:session:https://app.example/chat:demo", SESSION);
    one.channel.lifecycle.tell(event);
    await one.connect();
    expect(one.chat.connection).toEqual({ state: "connected", caughtUp: true });
  });
});

describe("Chat, of several tabs that keep their sessions for themselves", () => {
  test.each(["session", "none"] as const)("storage %s: what one could not send, no other sends", async (storage) => {
    const one = new ChatRig({ storage });
    one.routes.set("POST /messages", () => answer({ code: "unavailable" }, 503));
    one.chat.send("Mine");
    await one.settle();
    expect(one.chat.memoryOnly).toBe(true);
    one.chat.destroy();
    const two = new ChatRig({ storage }, { beside: one });
    two.chat.open();
    await two.settle();
    expect(two.asked("POST /messages")).toEqual([]);
  });

  test.each(["session", "none"] as const)("storage %s: nothing is told, and nothing heard", async (storage) => {
    const one = new ChatRig({ storage }, { returning: true });
    one.commit(1);
    const two = new ChatRig({}, { beside: one });
    two.chat.start();
    await two.connect();
    one.chat.send("Mine");
    await one.settle();
    two.chat.send("Theirs");
    await two.settle();
    expect(two.shown).not.toContain("Mine");
    expect(one.shown).not.toContain("Theirs");
  });
});

describe("Chat, signed out while its settings are on their way", () => {
  async function beginning(how: "open" | "start"): Promise<ChatRig> {
    const rig = new ChatRig({}, { returning: true });
    rig.routes.set("GET ", silent);
    rig.chat[how]();
    await rig.settle();
    rig.routes.clear();
    await rig.chat.reset();
    await rig.settle();
    return rig;
  }

  test("asks for them anew where somebody looks at the panel", async () => {
    const rig = await beginning("open");
    expect(rig.chat.webchat?.name).toBe("Demo");
    expect(rig.bearers.at(-1)).toBeNull();
  });

  test("asks for nothing until the next visitor opens it", async () => {
    const rig = await beginning("start");
    expect(rig.asked("GET ")).toHaveLength(1);
    rig.chat.open();
    await rig.settle();
    expect(rig.chat.webchat?.name).toBe("Demo");
  });
});

describe("Chat, signed out by whoever is told of something", () => {
  test("of a message sent, nothing of it is followed", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.chat.on("sent", () => void rig.chat.reset());
    rig.chat.start();
    await rig.settle();
    rig.chat.send("Hello");
    await rig.settle();
    expect(rig.shown).toEqual([]);
    expect([rig.chat.hasSession, rig.chat.conversation, rig.chat.connection.state]).toEqual([false, null, "idle"]);
  });

  test("of who the visitor is, the conversation that came with it is not followed", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), session: { identified: true, name: "Ana" } }));
    rig.chat.on("identified", () => void rig.chat.reset());
    rig.chat.start();
    await rig.settle();
    expect(rig.shown).toEqual([]);
    expect([rig.chat.hasSession, rig.chat.conversation, rig.chat.connection.state]).toEqual([false, null, "idle"]);
  });
});

describe("Chat, of several tabs: the end", () => {
  test("a destroyed chat hears nothing, and a listener that ends one is no trouble", async () => {
    const [one, two] = await twoTabs();
    two.chat.on("message", () => two.chat.destroy());
    one.broadcast(one.commit(2));
    await one.settle();
    one.chat.send("After it");
    await one.settle();
    expect(two.chat.connection).toEqual({ state: "closed", reason: "destroyed" });
    expect(two.shown).not.toContain("After it");
    expect(two.channel.reported).toEqual([]);
  });
});
