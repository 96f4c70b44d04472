import { describe, expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

describe("Chat, set up wrongly", () => {
  test.each([
    ["endpoint", { endpoint: "" }],
    ["endpoint", { endpoint: "/chat" }],
    ["endpoint", { endpoint: "ftp://app.example" }],
    ["endpoint", { endpoint: "https://" }],
    ["webchat", { webchat: "" }],
  ])("the complaint names %s: %j", (name, options) => {
    expect(() => new ChatRig(options)).toThrow(
      expect.objectContaining({ code: "invalid_configuration", message: expect.stringContaining(`"${name}"`) }),
    );
  });

  test("a cable URL that no socket takes closes the connection, and says why", async () => {
    const rig = new ChatRig({ cable: "wss://no host/" }, { returning: true });
    rig.commit(1);
    rig.chat.start();
    await rig.channel.world.advance(10_000);
    expect(rig.chat.connection).toEqual({ state: "closed", reason: "invalid_url" });
    expect(rig.shown).toEqual(["message 1"]);
  });
});

describe("Chat, when the endpoint answers something else", () => {
  test.each([
    ["HTML", () => new Response("<!doctype html>"), "not_json"],
    ["a 404 page", () => new Response("Not Found", { status: 404 }), "not_found"],
    ["an unknown webchat", () => answer({ code: "unknown_webchat" }, 404), "unknown_webchat"],
    ["what wants a session of whoever has none", () => answer({ code: "invalid_session" }, 401), "invalid_session"],
    ["a wrong origin", () => answer({ code: "origin_not_allowed" }, 403), "origin_not_allowed"],
    ["JSON that breaks the schema", () => answer({ webchat: 7 }), "invalid_response"],
  ])("%s: it is told once, as a problem, and nothing else happens", async (_, reply, code) => {
    const rig = new ChatRig();
    rig.routes.set("GET ", reply);
    rig.chat.open();
    await rig.channel.world.advance(30_000);
    expect(rig.events).toEqual([`error ${code}`]);
    expect(rig.chat.problem?.code).toBe(code);
    expect(rig.requests).toHaveLength(1);
    expect(rig.channel.cable.sockets).toHaveLength(0);
  });

  test("once it is set right, opening the chat again is enough", async () => {
    const rig = new ChatRig();
    rig.routes.set("GET ", () => new Response("<!doctype html>"));
    rig.chat.open();
    await rig.settle();
    rig.routes.clear();
    rig.chat.close();
    rig.chat.open();
    await rig.settle();
    expect(rig.chat.problem).toBeNull();
    expect(rig.events.at(-1)).toBe("ready");
  });

  test("one message that cannot be read is left out with a warning, and the rest is shown", async () => {
    const rig = new ChatRig({}, { returning: true });
    rig.commit(1);
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), messages: [{ id: 0 }, messageJson(1)] }));
    rig.chat.start();
    await rig.settle();
    expect(rig.shown).toEqual(["message 1"]);
    expect(rig.channel.warnings).toHaveLength(1);
  });
});

describe("Chat, what the visitor writes", () => {
  test.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["more than 10,000 characters", "x".repeat(10_001)],
  ])("%s is refused before anything is shown or sent", async (_, text) => {
    const rig = new ChatRig();
    expect(() => rig.chat.send(text)).toThrow(
      expect.objectContaining({ code: "invalid", fields: { body: expect.any(Array) } }),
    );
    await rig.settle();
    expect([rig.shown, rig.requests]).toEqual([[], []]);
  });

  test("10,000 characters are 10,000 characters, however many bytes they have", async () => {
    const rig = new ChatRig();
    rig.chat.send("👍".repeat(10_000));
    await rig.settle();
    expect(rig.asked("POST")).toHaveLength(1);
  });

  test("what the backend refuses fails visibly, and can be tried again or deleted", async () => {
    const rig = new ChatRig();
    rig.routes.set("POST /messages", () => answer({ code: "invalid", detail: "no" }, 422));
    const clientId = rig.chat.send("Hello");
    await rig.settle();
    expect(rig.chat.messages).toMatchObject([{ delivery: "failed", error: { code: "invalid" } }]);
    expect(rig.events).toContain("failed Hello");
    rig.chat.retry(clientId);
    await rig.settle();
    expect(rig.asked("POST")).toHaveLength(2);
    rig.chat.discard(clientId);
    await rig.settle();
    expect([rig.shown, rig.records.records.size]).toEqual([[], 0]);
  });
});

describe("Chat, where the browser denies storage", () => {
  test("it works from memory, and says so once", async () => {
    const rig = new ChatRig();
    rig.records.denied = new DOMException("denied", "SecurityError");
    rig.chat.open();
    rig.chat.send("one");
    rig.chat.send("two");
    await rig.connect();
    expect(rig.shown).toEqual(["one", "two"]);
    expect(rig.events.filter((event) => event.startsWith("error"))).toEqual(["error storage_unavailable"]);
    expect(rig.chat.memoryOnly).toBe(true);
    expect(rig.rows).toHaveLength(2);
  });
});

test("a message that is given up by whoever is told that it has failed does not hold up what is behind it", async () => {
  const rig = new ChatRig({}, { returning: true });
  rig.chat.start();
  await rig.settle();
  rig.routes.set("POST /messages", () => answer({ code: "invalid", errors: { body: ["no"] } }, 422));
  rig.chat.on("failed", ({ message }) => {
    rig.routes.clear();
    rig.chat.discard(message.clientId ?? "");
  });
  rig.chat.send("a");
  rig.chat.send("b");
  await rig.channel.world.advance(1_000);
  expect(rig.rows.map(({ body }) => body)).toEqual(["b"]);
});
