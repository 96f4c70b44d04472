import { describe, expect, test, vi } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { deferred } from "../support/deferred.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

const ANA = { type: "agent", id: 9, name: "Ana" };

/** A returning visitor with messages 5 and 6 of an agent, connected and caught up; there are older ones. */
async function connected(): Promise<ChatRig> {
  const rig = new ChatRig({}, { returning: true });
  rig.commit(5);
  rig.commit(6);
  rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), has_more_before: true }));
  rig.chat.start();
  await rig.connect();
  await rig.channel.world.advance(2_000);
  return rig;
}

function performed(rig: ChatRig): unknown[] {
  const { commands } = rig.channel.cable.last;
  return commands.filter(({ command }) => command === "message").map(({ data }) => JSON.parse(data ?? "")["state"]);
}

describe("Chat, typing", () => {
  test("who is typing is shown until the message comes", async () => {
    const rig = await connected();
    rig.broadcast({ type: "typing", author: ANA, state: "started" });
    await vi.dynamicImportSettled();
    expect(rig.chat.typing.map(({ name }) => name)).toEqual(["Ana"]);
    rig.broadcast(rig.commit(7));
    expect(rig.chat.typing).toEqual([]);
  });

  test("the visitor's own typing, from another tab, is not shown", async () => {
    const rig = await connected();
    rig.broadcast({ type: "typing", author: { type: "visitor" }, state: "started" });
    expect(rig.chat.typing).toEqual([]);
  });

  test("typing is told to the other side, and that it ended with the sending", async () => {
    const rig = await connected();
    rig.chat.notifyTyping();
    rig.chat.send("Hello");
    await vi.dynamicImportSettled();
    expect(performed(rig)).toEqual(["started", "stopped"]);
  });

  test("closing the chat ends it too", async () => {
    const rig = await connected();
    rig.chat.open();
    rig.chat.notifyTyping();
    rig.chat.toggle();
    await vi.dynamicImportSettled();
    expect(performed(rig)).toEqual(["started", "stopped"]);
  });
});

describe("Chat, the conversation", () => {
  test("a frame without a revision of its own counts by its message's: a hole is seen", async () => {
    const rig = await connected();
    const asked = rig.asked("GET /messages").length;
    rig.commit(7);
    rig.commit(8);
    rig.broadcast({ type: "message", message: messageJson(8, { revision: rig.revision }) });
    await rig.channel.world.advance(300);
    expect(rig.asked("GET /messages")).toHaveLength(asked + 1);
    expect(rig.shown.at(-2)).toBe("message 7");
  });

  test("a change of it is told, and an older state of it is not", async () => {
    const rig = await connected();
    const statuses: (string | undefined)[] = [];
    rig.chat.on("conversation", ({ conversation }) => statuses.push(conversation?.status));
    const closed = { id: "77", status: "closed", revision: 3, seen: {} };
    rig.broadcast({ type: "conversation", revision: 3, conversation: closed });
    rig.broadcast({ type: "conversation", revision: 2, conversation: { ...closed, status: "open", revision: 2 } });
    expect(statuses).toEqual(["closed"]);
    expect(rig.chat.conversation?.status).toBe("closed");
  });

  test("when a catch-up speaks of another conversation, the bootstrap tells which it is", async () => {
    const rig = await connected();
    const other = { id: "78", status: "open", revision: 1, seen: {} };
    const fresh = messageJson(90, { conversation: "78", revision: 1 });
    rig.routes.set("GET /messages", () => answer({ conversation: other, messages: [], revision: 1, has_more: false }));
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), conversation: other, messages: [fresh], revision: 1 }));
    rig.lookAgain();
    await rig.connect();
    expect(rig.channel.cable.last.asked).toEqual(["77", "78"]);
    expect(rig.shown).toEqual(["message 90"]);
  });
});

describe("Chat, a message that is sent once more, since it could not be forgotten", () => {
  test("does not lead back into the conversation that it was in", async () => {
    const rig = await connected();
    const bootstraps = () => rig.requests.filter((request) => request === "GET ").length;
    const before = bootstraps();
    rig.routes.set("POST /messages", ({ client_id }) =>
      answer(messageJson(2, { conversation: "70", author: { type: "visitor" }, client_id })),
    );
    rig.chat.send("Long ago");
    await rig.settle();
    expect(rig.channel.cable.last.asked).toEqual(["77"]);
    expect(bootstraps()).toBe(before + 1);
    expect(rig.shown).toEqual(["message 5", "message 6"]);
  });
});

describe("Chat, history", () => {
  test("older messages come before those shown, and are not told as received", async () => {
    const rig = await connected();
    const older = [messageJson(3, { revision: null }), messageJson(4, { revision: null })];
    rig.routes.set("GET /messages", () => answer({ messages: older, revision: 2, has_more: false }));
    await rig.chat.loadOlder();
    expect(rig.asked("GET /messages").at(-1)).toContain("before_id=5");
    expect(rig.shown).toEqual(["message 3", "message 4", "message 5", "message 6"]);
    expect(rig.chat.hasMoreBefore).toBe(false);
    expect(rig.events.filter((event) => event.startsWith("message"))).toEqual([]);
  });

  test("asked for twice at once, it is loaded once", async () => {
    const rig = await connected();
    const page = deferred<Response>();
    rig.routes.set("GET /messages", () => page.promise);
    const before = rig.requests.length;
    const loads = [rig.chat.loadOlder(), rig.chat.loadOlder()];
    expect(rig.chat.loadingOlder).toBe(true);
    page.resolve(answer({ messages: [], revision: 2, has_more: false }));
    await Promise.all(loads);
    expect(rig.requests).toHaveLength(before + 1);
    expect(rig.chat.loadingOlder).toBe(false);
  });

  test("a failure is told, leaves what is shown, and can be tried again", async () => {
    const rig = await connected();
    rig.routes.set("GET /messages", () => answer({}, 500));
    await rig.chat.loadOlder();
    expect(rig.events.at(-1)).toMatch(/^error/);
    expect([rig.shown.length, rig.chat.hasMoreBefore, rig.chat.loadingOlder]).toEqual([2, true, false]);
  });

  test("a page that comes after signing out is not shown to the next visitor", async () => {
    const rig = await connected();
    const page = deferred<Response>();
    rig.routes.set("GET /messages", () => page.promise);
    const loading = rig.chat.loadOlder();
    await rig.chat.reset();
    page.resolve(answer({ messages: [messageJson(4)], revision: 2, has_more: false }));
    await loading;
    expect(rig.shown).toEqual([]);
  });
});

describe("Chat, who the visitor is", () => {
  const IDENTITY = { identifier: "42", hash: "f".repeat(64) };

  test("an attribute set later wins over the one that came with the identity", async () => {
    const rig = await connected();
    const bodies: unknown[] = [];
    rig.routes.set("PUT /identity", (body) => {
      bodies.push(body["attributes"]);
      return answer({});
    });
    await rig.chat.identify({ ...IDENTITY, attributes: { plan: "free" } });
    await rig.chat.setAttributes({ plan: "pro" });
    expect(bodies).toEqual([{ plan: "free" }, { plan: "pro" }]);
  });

  test("attributes set before are sent with the identity, and later ones with it again", async () => {
    const rig = await connected();
    const bodies: unknown[] = [];
    rig.routes.set("PUT /identity", (body) => {
      bodies.push(body["attributes"]);
      return answer({});
    });
    await rig.chat.setAttributes({ plan: "pro" });
    expect(bodies).toEqual([]);
    await rig.chat.identify(IDENTITY);
    await rig.chat.setAttributes({ seats: 3 });
    expect(bodies).toEqual([{ plan: "pro" }, { plan: "pro", seats: 3 }]);
  });

  test("signed out while an identity is on its way, the next visitor is not tied to it", async () => {
    const rig = await connected();
    const tied = deferred<Response>();
    rig.routes.set("PUT /identity", () => tied.promise);
    const identifying = rig.chat.identify(IDENTITY);
    await import("../../src/session/contact.ts");
    await rig.settle();
    await rig.chat.reset();
    tied.resolve(answer({}));
    await identifying;
    await rig.chat.setAttributes({ plan: "pro" });
    expect(rig.asked("PUT /identity")).toHaveLength(1);
  });

  test("signed out while the session is still being made, the next visitor is not named", async () => {
    const rig = new ChatRig();
    const identifying = rig.chat.identify(IDENTITY);
    await import("../../src/session/contact.ts");
    void rig.chat.reset();
    await identifying;
    expect(rig.asked("PUT /identity")).toHaveLength(0);
  });

  test("moved to another storage, the session goes with it", async () => {
    const rig = await connected();
    rig.chat.setStorage("session");
    expect([...rig.kept.keys()]).toEqual([expect.stringMatching(/^session:/)]);
    expect(rig.chat.hasSession).toBe(true);
  });

  test("a text put into the composer stands there until something is sent", () => {
    const rig = new ChatRig();
    rig.chat.prefill("I would like to …");
    expect(rig.chat.draft).toBe("I would like to …");
    rig.chat.send("Hello");
    expect(rig.chat.draft).toBe("");
  });
});
