import { describe, expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

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

describe("Chat, a reply that streams", () => {
  async function streaming(): Promise<ChatRig> {
    const rig = await connected();
    rig.broadcast(rig.commit(7, { state: "streaming", body: "", chunk: 0 }));
    return rig;
  }

  test("grows with each chunk", async () => {
    const rig = await streaming();
    rig.broadcast({ type: "message.delta", id: "7", chunk: 0, text: "Hel" });
    rig.broadcast({ type: "message.delta", id: 7, chunk: 1, text: "lo" });
    expect(rig.shown.at(-1)).toBe("Hello");
  });

  test("a chunk that comes twice is taken once", async () => {
    const rig = await streaming();
    for (const _ of [1, 2]) rig.broadcast({ type: "message.delta", id: "7", chunk: 0, text: "Hel" });
    expect(rig.shown.at(-1)).toBe("Hel");
  });

  test("a chunk beyond a gap is not appended, and the catch-up brings what is missing", async () => {
    const rig = await streaming();
    const asked = rig.asked("GET /messages").length;
    const full = messageJson(7, { state: "streaming", body: "Hello", chunk: 2, revision: rig.revision });
    rig.routes.set("GET /messages", (_, url) => answer({ ...rig.page(url), messages: [full] }));
    rig.broadcast({ type: "message.delta", id: "7", chunk: 1, text: "lo" });
    expect(rig.shown.at(-1)).toBe("");
    await rig.channel.world.advance(300);
    expect(rig.asked("GET /messages")).toHaveLength(asked + 1);
    expect(rig.shown.at(-1)).toBe("Hello");
  });
});

describe("Chat, chunks that come out of order", () => {
  const delta = (chunk: number) => ({ type: "message.delta", id: "7", chunk, text: `${chunk} ` });

  async function streaming(): Promise<ChatRig> {
    const rig = await connected();
    rig.broadcast(rig.commit(7, { state: "streaming", body: "", chunk: 0 }));
    rig.requests.length = 0;
    return rig;
  }

  test("an order that heals by itself, again and again, asks for nothing", async () => {
    const rig = await streaming();
    for (let chunk = 0; chunk < 100; chunk += 2) {
      rig.broadcast(delta(chunk + 1));
      await rig.channel.world.advance(200);
      rig.broadcast(delta(chunk));
      await rig.channel.world.advance(50);
    }
    await rig.channel.world.advance(1_000);
    expect(rig.shown.at(-1)).toBe(Array.from({ length: 100 }, (_, chunk) => `${chunk} `).join(""));
    expect(rig.requests).toEqual([]);
  });

  test("one that is lost is asked for once, and the stream goes on", async () => {
    const rig = await streaming();
    rig.broadcast(delta(1));
    rig.broadcast(delta(2));
    const sofar = messageJson(7, { state: "streaming", body: "0 1 2 ", chunk: 3, revision: rig.revision });
    rig.routes.set("GET /messages", (_, url) => answer({ ...rig.page(url), messages: [sofar] }));
    await rig.channel.world.advance(1_000);
    rig.broadcast(delta(3));
    await rig.channel.world.advance(1_000);
    expect(rig.shown.at(-1)).toBe("0 1 2 3 ");
    expect(rig.asked("GET /messages")).toHaveLength(1);
  });
});
