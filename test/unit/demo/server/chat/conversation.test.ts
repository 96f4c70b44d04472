import { describe, expect, it } from "vitest";
import type { Author } from "../../../../../demo/server/chat/author.ts";
import { conversationStream, headsStream } from "../../../../../demo/server/chat/broadcaster.ts";
import { EmbeddedStore } from "../../../../support/embedded-store.ts";

const ana: Author = { type: "agent", id: "1", name: "Ana", avatarUrl: null };

function opened() {
  const embedded = new EmbeddedStore();
  const conversation = embedded.chat.openConversation(embedded.session());
  return { ...embedded, embedded, conversation, frames: embedded.listen(conversationStream(conversation.id)) };
}

describe("Conversation", () => {
  it("gives strictly increasing times although the clock stands still and jumps back", () => {
    const { embedded, conversation } = opened();
    const times = [0, 0, -60_000, -3_600_000, 5_000].map((jumpMs) => {
      embedded.nowMs += jumpMs;
      return conversation.reply("hello", { author: ana }).created_at;
    });
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
  });

  it("gives every durable change the next revision, and nothing else one", () => {
    const { conversation } = opened();
    const message = conversation.reply("one", { author: ana });
    const by = { type: "visitor", id: "v" };
    conversation.edit(message, "two");
    conversation.react(message, "👍", by, true);
    conversation.react(message, "👍", by, true);
    conversation.react(message, "👍", by, false);
    conversation.seen("visitor", message);
    conversation.seen("visitor", message);
    conversation.typing(ana, "started");
    conversation.change(() => null);
    conversation.delete(message);
    expect(conversation.row.revision).toBe(6);
  });

  it("broadcasts nothing of a transaction that rolls back, and leaves nothing of it", () => {
    const { conversation, frames, store, db } = opened();
    expect(() =>
      db.transaction(() => {
        conversation.reply("never", { author: ana });
        throw new Error("after the write");
      }),
    ).toThrow("after the write");
    expect(frames).toEqual([]);
    expect([conversation.row.revision, store.messages.last(conversation.id)]).toEqual([0, null]);
  });

  it("broadcasts once the commit is done", () => {
    const { conversation, frames, db } = opened();
    db.transaction(() => {
      conversation.reply("hello", { author: ana });
      expect(frames).toEqual([]);
    });
    expect(frames.map(({ type, revision }) => [type, revision])).toEqual([["message", 1]]);
  });

  it("tells the agents' list of every change, with the last message and the unread count", () => {
    const { embedded, conversation, chat } = opened();
    const heads = embedded.listen(headsStream("demo"));
    const message = conversation.post(chat.visitor(embedded.session()), { body: "hello" });
    conversation.seen("agent", message);
    expect(heads).toMatchObject([
      { type: "head", conversation: { id: String(conversation.id) }, last_message: { body: "hello" }, unread_count: 1 },
      { type: "head", unread_count: 0 },
    ]);
  });

  it("leaves nothing of a deleted message's content in the database", () => {
    const { conversation, db } = opened();
    const message = conversation.reply("a secret", { author: ana });
    conversation.react(message, "👍", { type: "visitor", id: "v" }, true);
    conversation.delete(message);
    expect(JSON.stringify(db.all("SELECT * FROM full_messages"))).not.toMatch(/secret|👍/);
  });
});
