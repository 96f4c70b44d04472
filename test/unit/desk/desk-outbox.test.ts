import { describe, expect, it } from "vitest";
import { DeskRig } from "../../support/desk-rig.ts";

const stored = (rig: DeskRig, id: string) => rig.backend.conversations.get(id)?.messages.map(({ body }) => body);

describe("DeskOutbox", () => {
  it("shows what the agent writes at once, and makes the very same bubble the sent one", async () => {
    const rig = new DeskRig();
    const { conversation } = await rig.opened(rig.backend.begin("one"));
    const key = conversation.send("answer");
    expect(conversation.messages.at(-1)).toMatchObject({ key, body: "answer", delivery: "pending" });
    await rig.clock.settle();
    expect(conversation.messages.at(-1)).toMatchObject({ key, id: "2", delivery: "sent" });
    expect(conversation.messages).toHaveLength(2);
  });

  it("sends into the conversation it was written in, whichever is looked at by then", async () => {
    const rig = new DeskRig();
    const [one, two] = [rig.backend.begin("one"), rig.backend.begin("two")];
    const { desk, conversation } = await rig.opened(one);
    rig.backend.down = true;
    conversation.send("for one");
    desk.select(two);
    desk.selected?.send("for two");
    await rig.clock.advance(100);
    rig.backend.down = false;
    await rig.clock.advance(60_000);
    expect([stored(rig, one), stored(rig, two)]).toEqual([
      ["one", "for one"],
      ["two", "for two"],
    ]);
  });

  it("sends after a reload what was written before it, once, in order", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk, conversation } = await rig.opened(id);
    rig.backend.down = true;
    conversation.send("first");
    conversation.send("second");
    await rig.clock.advance(100);
    desk.destroy();
    rig.backend.down = false;
    const next = await rig.started();
    await rig.clock.advance(1_000);
    expect(stored(rig, id)).toEqual(["one", "first", "second"]);
    expect(next.outbox.size).toBe(0);
  });

  it("shows in a conversation opened later what waits for it", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk, conversation } = await rig.opened(id);
    rig.backend.down = true;
    conversation.send("waiting");
    await rig.clock.advance(100);
    desk.destroy();
    rig.backend.down = false;
    const post = rig.backend.fetch;
    Object.assign(rig.backend, {
      fetch: (url: string, init: RequestInit) =>
        init.method === "POST" ? Promise.reject(new TypeError("Failed to fetch")) : post(url, init),
    });
    const next = await rig.opened(id);
    expect(next.conversation.messages.map(({ body, delivery }) => [body, delivery])).toEqual([
      ["one", null],
      ["waiting", "pending"],
    ]);
  });

  it("ends as failed where the backend refuses, and can be deleted", async () => {
    const rig = new DeskRig();
    const id = rig.backend.begin("one");
    const { desk, conversation } = await rig.opened(id);
    rig.backend.conversations.delete(id);
    const clientId = conversation.send("too late");
    await rig.clock.settle();
    expect(conversation.messages.at(-1)).toMatchObject({ delivery: "failed", error: { code: "not_found" } });
    conversation.discard(clientId);
    await rig.clock.settle();
    expect([conversation.messages.length, desk.outbox.size, rig.storage.records.size]).toEqual([1, 0, 0]);
  });

  it("refuses an empty message, and stores nothing", async () => {
    const rig = new DeskRig();
    const { conversation } = await rig.opened(rig.backend.begin("one"));
    expect(() => conversation.send("  ")).toThrow(/empty/);
    expect(rig.storage.records.size).toBe(0);
  });

  it("works from memory where the browser denies storage, and says so", async () => {
    const rig = new DeskRig();
    rig.storage.denied = new DOMException("denied", "SecurityError");
    const { desk, conversation } = await rig.opened(rig.backend.begin("one"));
    conversation.send("answer");
    await rig.clock.settle();
    expect(conversation.messages.at(-1)).toMatchObject({ delivery: "sent" });
    expect([desk.outbox.memoryOnly, rig.events.includes("error storage_unavailable")]).toEqual([true, true]);
  });

  it("forgets everything when it is cleared, so that nobody sends it in another's name", async () => {
    const rig = new DeskRig();
    const { desk, conversation } = await rig.opened(rig.backend.begin("one"));
    rig.backend.down = true;
    conversation.send("unsent");
    await rig.clock.advance(100);
    await desk.outbox.clear();
    expect([desk.outbox.size, rig.storage.records.size]).toEqual([0, 0]);
  });
});
