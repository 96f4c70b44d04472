import { describe, expect, test } from "vitest";
import { deferred } from "../support/deferred.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";
import { frames } from "../support/server-side.ts";
import { CANCEL, ENDED, reply, stops, streaming } from "../support/streaming-rig.ts";

describe("Chat.cancel", () => {
  test("asks the backend once, and merges its answer", async () => {
    const rig = await streaming();
    stops(rig);
    void rig.chat.cancel("7");
    await rig.settle();
    expect(rig.asked("POST")).toEqual([CANCEL]);
    expect(reply(rig)).toMatchObject({ state: "cancelled", body: "Well, ", stopping: false });
    expect(rig.chat.messages).toHaveLength(1);
  });

  test("the reply is stopping from the call until the backend says otherwise", async () => {
    const rig = await streaming();
    const backend = deferred<Response>();
    rig.routes.set(CANCEL, () => backend.promise);
    void rig.chat.cancel("7");
    expect(reply(rig)).toMatchObject({ state: "streaming", stopping: true });
    rig.broadcast({ type: "message.delta", id: "7", chunk: 1, text: "let me" });
    expect(reply(rig)).toMatchObject({ body: "Well, let me", stopping: true });
    backend.resolve(answer(messageJson(7, ENDED)));
    await rig.settle();
    expect(reply(rig)?.stopping).toBe(false);
  });

  test("it changes at once, for whoever draws", async () => {
    const rig = await streaming();
    const before = rig.chat.messages;
    const drawn: unknown[] = [];
    rig.chat.on("change", () => drawn.push(rig.chat.messages));
    void rig.chat.cancel("7");
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).not.toBe(before);
    await rig.settle();
  });

  test("a second call while it is stopping asks for nothing more", async () => {
    const rig = await streaming();
    const backend = deferred<Response>();
    rig.routes.set(CANCEL, () => backend.promise);
    void rig.chat.cancel("7");
    void rig.chat.cancel("7");
    backend.resolve(answer(messageJson(7, ENDED)));
    await rig.settle();
    expect(rig.asked("POST")).toHaveLength(1);
  });

  test("a reply that was faster is complete, and nothing asks on", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => answer({ code: "unavailable" }, 503));
    void rig.chat.cancel("7");
    await rig.settle();
    rig.broadcast({ type: "message", revision: 2, message: messageJson(7, { body: "Well, done", revision: 2 }) });
    expect(reply(rig)).toMatchObject({ state: "complete", body: "Well, done", stopping: false });
    const asked = rig.asked("POST").length;
    await rig.channel.pinging(60_000);
    expect(rig.asked("POST")).toHaveLength(asked);
  });

  test("an answer that it streams on leaves it stopping until the cable tells its end", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => answer(messageJson(7, { state: "streaming", body: "Well, ", chunk: 1, revision: 1 })));
    void rig.chat.cancel("7");
    await rig.channel.pinging(30_000);
    expect(rig.asked("POST")).toHaveLength(1);
    expect(reply(rig)?.stopping).toBe(true);
    rig.broadcast({ type: "message", revision: 2, message: messageJson(7, ENDED) });
    expect(reply(rig)).toMatchObject({ state: "cancelled", stopping: false });
  });

  test.each([
    ["a network that is gone", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["a server that is stopping", () => answer({ code: "unavailable" }, 503)],
    ["too many requests", () => answer({ code: "too_many_requests" }, 429)],
    ["a captive portal's page", () => new Response("<h1>Sign in</h1>")],
  ])("is tried again after %s", async (_, failure) => {
    const rig = await streaming();
    rig.routes.set(CANCEL, failure);
    void rig.chat.cancel("7");
    await rig.channel.pinging(12_000);
    expect(rig.asked("POST").length).toBeGreaterThan(2);
    expect(reply(rig)?.stopping).toBe(true);
    stops(rig);
    await rig.channel.pinging(15_000);
    expect(reply(rig)?.state).toBe("cancelled");
    expect(rig.events.filter((event) => event.startsWith("error"))).toEqual([]);
  });

  test("is tried again also where a refusal has made the chat load everything anew meanwhile", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => Promise.reject(new TypeError("Failed to fetch")));
    void rig.chat.cancel("7");
    rig.channel.cable.last.send(frames.disconnect("unauthorized", false));
    await rig.settle();
    await rig.connect();
    expect(reply(rig)?.stopping).toBe(true);
    stops(rig);
    await rig.channel.pinging(15_000);
    expect(reply(rig)?.state).toBe("cancelled");
  });

  test("… and where what was loaded does not reach back to the reply", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => Promise.reject(new TypeError("Failed to fetch")));
    void rig.chat.cancel("7");
    const { message } = rig.commit(8);
    rig.routes.set("GET ", () => answer({ ...rig.bootstrap(), messages: [message], has_more_before: true }));
    rig.channel.cable.last.send(frames.disconnect("unauthorized", false));
    await rig.settle();
    await rig.connect();
    const before = rig.asked("POST").length;
    rig.routes.set(CANCEL, () => answer(messageJson(7, { ...ENDED, conversation: "76" })));
    await rig.channel.pinging(30_000);
    expect(rig.asked("POST")).toHaveLength(before + 1);
    // Of an earlier conversation: it would stand beside messages that are not its neighbours.
    expect(rig.chat.messages.map(({ id }) => id)).toEqual(["8"]);
    rig.routes.set("GET /messages", () => answer({ ...rig.page(new URL("x:")), messages: [messageJson(7, ENDED)] }));
    await rig.chat.loadOlder();
    expect(reply(rig)).toMatchObject({ state: "cancelled", stopping: false });
  });

  test("waits as long as the server asks, whatever else is reason to hurry", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => answer({ code: "too_many_requests" }, 429, { "Retry-After": "20" }));
    void rig.chat.cancel("7");
    await rig.channel.pinging(6_000);
    rig.channel.lifecycle.tell("online");
    await rig.channel.pinging(12_000);
    expect(rig.asked("POST")).toHaveLength(1);
    await rig.channel.pinging(3_000);
    expect(rig.asked("POST")).toHaveLength(2);
  });

  test("is tried at once when the network is back", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => Promise.reject(new TypeError("Failed to fetch")));
    void rig.chat.cancel("7");
    await rig.channel.pinging(30_000);
    const asked = rig.asked("POST").length;
    stops(rig);
    rig.channel.lifecycle.tell("online");
    await rig.settle();
    expect(rig.asked("POST")).toHaveLength(asked + 1);
    expect(reply(rig)?.state).toBe("cancelled");
  });

  test("outlives a drop: it is tried again with the next confirmation", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => Promise.reject(new TypeError("Failed to fetch")));
    void rig.chat.cancel("7");
    await rig.channel.pinging(30_000);
    rig.channel.cable.last.end();
    expect(await rig.channel.nextSocket(5_000)).not.toBeNull();
    expect(reply(rig)?.stopping).toBe(true);
    const before = rig.asked("POST").length;
    stops(rig);
    await rig.connect();
    expect(rig.asked("POST")).toHaveLength(before + 1);
    expect(reply(rig)?.state).toBe("cancelled");
  });

  test("a refusal ends it: the reply streams on, and an error tells", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => answer({ code: "not_found" }, 404));
    void rig.chat.cancel("7");
    await rig.channel.pinging(30_000);
    expect(rig.asked("POST")).toHaveLength(1);
    expect(rig.events).toContain("error not_found");
    expect(reply(rig)).toMatchObject({ state: "streaming", stopping: false });
  });

  test("after a refusal it can be called again", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => answer({ code: "not_found" }, 404));
    void rig.chat.cancel("7");
    await rig.settle();
    stops(rig);
    void rig.chat.cancel("7");
    await rig.settle();
    expect(reply(rig)?.state).toBe("cancelled");
  });

  test.each(["5", "unknown"])("a message that does not stream (%s) is left alone", async (id) => {
    const rig = await streaming();
    rig.broadcast(rig.commit(5));
    await rig.chat.cancel(id);
    expect(rig.asked("POST")).toEqual([]);
  });

  test("two replies are stopped side by side, neither waiting for the other", async () => {
    const rig = await streaming();
    rig.broadcast(rig.commit(8, { state: "streaming", body: "", chunk: 0 }));
    rig.routes.set(CANCEL, () => answer({ code: "unavailable" }, 503));
    rig.routes.set("POST /messages/8/cancel", () =>
      answer(messageJson(8, { state: "cancelled", body: "", revision: 3 })),
    );
    void rig.chat.cancel("7");
    void rig.chat.cancel("8");
    await rig.settle();
    expect(rig.chat.messages.map(({ state, stopping }) => [state, stopping])).toEqual([
      ["streaming", true],
      ["cancelled", false],
    ]);
  });

  test("signing out ends it, and what is answered then is nobody's", async () => {
    const rig = await streaming();
    const backend = deferred<Response>();
    rig.routes.set(CANCEL, () => backend.promise);
    void rig.chat.cancel("7");
    await rig.chat.reset();
    backend.resolve(answer(messageJson(7, ENDED)));
    await rig.settle();
    expect(rig.chat.messages).toEqual([]);
  });

  test("the end of the chat ends it", async () => {
    const rig = await streaming();
    rig.routes.set(CANCEL, () => answer({ code: "unavailable" }, 503));
    const stopped = rig.chat.cancel("7");
    await rig.settle();
    rig.chat.destroy();
    await stopped;
    const asked = rig.asked("POST").length;
    await rig.channel.world.advance(60_000);
    expect(rig.asked("POST")).toHaveLength(asked);
  });
});
