import { beforeEach, describe, expect, test } from "vitest";
import { ChatRig } from "../support/chat-rig.ts";
import { deferred } from "../support/deferred.ts";
import { messageJson } from "../support/messages.ts";
import { answer } from "../support/scripted-fetch.ts";

const REACTION = { emoji: "👍", by: "agent", count: 1 };

let rig: ChatRig;

/** A returning visitor with messages 5, 6 and 7 on the screen, whose socket has just been lost. */
beforeEach(async () => {
  rig = new ChatRig({}, { returning: true });
  for (const id of [5, 6, 7]) rig.commit(id);
  rig.chat.start();
  await rig.connect();
  await rig.channel.world.advance(2_000);
  rig.channel.cable.last.end();
});

/** The row as it stands after a change; no frame of it reaches the visitor. */
function change(id: number, more: Record<string, unknown>): void {
  const at = rig.rows.findIndex((row) => row["id"] === String(id));
  rig.revision += 1;
  rig.rows[at] = { ...rig.rows[at], ...more, revision: rig.revision };
}

async function comeBack(): Promise<void> {
  expect(await rig.channel.nextSocket(5_000)).not.toBeNull();
  await rig.connect();
}

function shown(id: string) {
  return rig.chat.messages.find((message) => message.id === id);
}

describe("Chat, what was changed while away", () => {
  test("an edit is there", async () => {
    change(6, { body: "edited", edited_at: "2026-11-21T00:00:09.000000Z" });
    await comeBack();
    expect(shown("6")).toMatchObject({ body: "edited", editedAt: "2026-11-21T00:00:09.000000Z" });
    expect(rig.chat.messages.map(({ id }) => id)).toEqual(["5", "6", "7"]);
  });

  test("a deletion is there, although little is left of the message", async () => {
    const { id, created_at } = messageJson(5);
    rig.revision += 1;
    rig.rows[0] = { id, state: "deleted", revision: rig.revision, created_at };
    await comeBack();
    expect(shown("5")).toMatchObject({ state: "deleted", body: "" });
    expect(rig.chat.messages.map(({ id: each }) => each)).toEqual(["5", "6", "7"]);
  });

  test("a reaction is there, and one that was taken back is gone", async () => {
    change(7, { reactions: [REACTION] });
    await comeBack();
    expect(shown("7")?.reactions).toEqual([REACTION]);
    rig.channel.cable.last.end();
    change(7, { reactions: [] });
    await comeBack();
    expect(shown("7")?.reactions).toEqual([]);
  });

  test("several changes of one message come as the last of them", async () => {
    change(6, { body: "once" });
    change(6, { body: "twice", reactions: [REACTION] });
    await comeBack();
    expect(shown("6")).toMatchObject({ body: "twice", reactions: [REACTION] });
  });

  test("a conversation that was closed, given to somebody and read is there, and is told", async () => {
    const told: unknown[] = [];
    rig.chat.on("conversation", ({ conversation }) => told.push(conversation));
    rig.revision += 3;
    const conversation = {
      id: "77",
      status: "closed",
      revision: rig.revision,
      assignee: { name: "Ana", avatar_url: null },
      seen: { visitor: "7", agent: "6" },
    };
    rig.routes.set("GET /messages", (_, url) => answer({ ...rig.page(url), conversation }));
    await comeBack();
    const known = {
      id: "77",
      status: "closed",
      revision: rig.revision,
      assignee: { name: "Ana", avatarUrl: null },
      seen: { visitor: "7", agent: "6" },
    };
    expect(rig.chat.conversation).toEqual(known);
    expect(told).toEqual([known]);
    expect(rig.chat.unreadCount).toBe(0);
  });

  test("a reply that began and broke off is there with the text it had", async () => {
    rig.commit(8, { state: "failed", body: "Let me s", chunk: null });
    await comeBack();
    expect(shown("8")).toMatchObject({ state: "failed", body: "Let me s" });
  });

  test("a reply that streams has the text so far, and goes on from there", async () => {
    rig.commit(8, { state: "streaming", body: "one two ", chunk: 2 });
    await comeBack();
    rig.broadcast({ type: "message.delta", id: "8", chunk: 1, text: "two " });
    rig.broadcast({ type: "message.delta", id: "8", chunk: 2, text: "three" });
    expect(shown("8")).toMatchObject({ state: "streaming", body: "one two three", chunk: 3 });
  });
});

describe("Chat, a reply that streamed before the drop", () => {
  beforeEach(async () => {
    await comeBack();
    rig.broadcast(rig.commit(8, { state: "streaming", body: "", chunk: 0 }));
    rig.broadcast({ type: "message.delta", id: "8", chunk: 0, text: "one " });
    rig.channel.cable.last.end();
  });

  /** Its row; deltas do not count as revisions. */
  function row(more: Record<string, unknown>): void {
    rig.rows[3] = { ...rig.rows[3], ...more };
  }

  test("has exactly the backend's text once it is back, although no revision has changed", async () => {
    row({ body: "one two three ", chunk: 3 });
    // The last page carries what streams, whatever was asked for.
    rig.routes.set("GET /messages", (_, url) => answer({ ...rig.page(url), messages: [rig.rows[3]] }));
    await comeBack();
    rig.broadcast({ type: "message.delta", id: "8", chunk: 3, text: "four" });
    expect(shown("8")).toMatchObject({ state: "streaming", body: "one two three four", chunk: 4 });
  });

  test("takes the chunks that come before the page, once each", async () => {
    row({ body: "one two three ", chunk: 3 });
    const page = deferred<Response>();
    rig.routes.set("GET /messages", () => page.promise);
    await comeBack();
    rig.broadcast({ type: "message.delta", id: "8", chunk: 2, text: "three " });
    rig.broadcast({ type: "message.delta", id: "8", chunk: 3, text: "four" });
    expect(shown("8")?.body).toBe("one ");
    page.resolve(answer({ conversation: null, messages: [rig.rows[3]], revision: rig.revision, has_more: false }));
    await rig.settle();
    expect(shown("8")).toMatchObject({ body: "one two three four", chunk: 4 });
  });

  test("is failed where its server died", async () => {
    row({ state: "failed", body: "one two ", chunk: null, revision: rig.revision + 1 });
    rig.revision += 1;
    await comeBack();
    expect(shown("8")).toMatchObject({ state: "failed", body: "one two " });
  });
});
