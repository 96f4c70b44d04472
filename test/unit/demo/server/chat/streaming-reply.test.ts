import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Author } from "../../../../../demo/server/chat/author.ts";
import { conversationStream } from "../../../../../demo/server/chat/broadcaster.ts";
import { messagesPage } from "../../../../../demo/server/chat/messages-page.ts";
import type { StreamingReply } from "../../../../../demo/server/chat/streaming-reply.ts";
import { EmbeddedStore } from "../../../../support/embedded-store.ts";

const bot: Author = { type: "bot", id: "bot", name: "Bot", avatarUrl: null };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A reply that is under way, and ends when the test says so. */
function streaming(embedded = new EmbeddedStore()) {
  const conversation = embedded.chat.openConversation(embedded.session());
  const frames = embedded.listen(conversationStream(conversation.id));
  let end = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  let reply: StreamingReply | undefined;
  const done = conversation.streamReply({ author: bot }, (given) => {
    reply = given;
    return promise;
  });
  if (!reply) throw new Error("The writer was not called at once.");
  const message = () => {
    const last = embedded.store.messages.last(conversation.id);
    if (!last) throw new Error("There is no message.");
    return last;
  };
  return { ...embedded, conversation, frames, reply, end, fail, done, message };
}

describe("a streaming reply", () => {
  it("gathers pieces for 100 ms, and stores a chunk before it is broadcast", () => {
    const { frames, reply, store, conversation } = streaming();
    const stored: string[] = [];
    const { append } = store.messages;
    vi.spyOn(store.messages, "append").mockImplementation((id, text) => {
      stored.push(`${text} at ${frames.length} frames`);
      return append.call(store.messages, id, text);
    });
    reply.append("It ");
    reply.append("is ");
    expect(frames.map(({ type }) => type)).toEqual(["message"]);
    vi.advanceTimersByTime(100);
    reply.append("so.");
    vi.advanceTimersByTime(100);
    const id = String(store.messages.last(conversation.id)?.id);
    expect(frames.slice(1)).toEqual([
      { type: "message.delta", id, chunk: 0, text: "It is " },
      { type: "message.delta", id, chunk: 1, text: "so." },
    ]);
    expect(stored).toEqual(["It is  at 1 frames", "so. at 2 frames"]);
  });

  it("ends as complete, with all its text, and counts two revisions however many chunks it had", async () => {
    const { reply, end, done, conversation, frames } = streaming();
    for (const piece of ["a", "b", "c"]) {
      reply.append(piece);
      vi.advanceTimersByTime(100);
    }
    reply.append("d");
    end();
    expect(await done).toMatchObject({ state: "complete", body: "abcd", chunk: null, revision: 2 });
    expect(frames.at(-1)).toMatchObject({ type: "message", revision: 2, message: { body: "abcd" } });
    expect(conversation.row.revision).toBe(2);
  });

  it("is on the last page of every catch-up while it streams, whatever its revision", () => {
    const { reply, store, conversation } = streaming();
    conversation.reply("later", { author: bot });
    reply.append("so far");
    vi.advanceTimersByTime(100);
    const query = { afterId: null, beforeId: null, revision: 2, limit: 1 };
    expect(messagesPage(store, conversation.row, query)).toMatchObject({
      messages: [{ state: "streaming", body: "so far", chunk: 1 }],
      revision: 2,
      has_more: false,
    });
    const first = messagesPage(store, conversation.row, { ...query, revision: 0 });
    expect(first).toMatchObject({ has_more: true, revision: 1 });
  });

  it("stops when it is cancelled, keeps what it had said, and tells its writer", async () => {
    const { reply, end, done, conversation, message, frames } = streaming();
    reply.append("half a sen");
    const cancelled = conversation.cancel(message());
    expect(cancelled).toMatchObject({ state: "cancelled", body: "half a sen", chunk: null });
    expect([reply.cancelled, reply.signal.aborted]).toEqual([true, true]);
    reply.append("tence");
    vi.advanceTimersByTime(1_000);
    end();
    expect(await done).toEqual(cancelled);
    expect(frames.at(-1)).toMatchObject({ type: "message", message: { state: "cancelled", body: "half a sen" } });
    expect(conversation.cancel(message())).toEqual(cancelled);
  });

  it("ends as failed where its writer throws, keeps its text, and the error comes back", async () => {
    const { reply, fail, done, message } = streaming();
    reply.append("half");
    fail(new Error("the model went away"));
    await expect(done).rejects.toThrow("the model went away");
    expect(message()).toMatchObject({ state: "failed", body: "half", chunk: null });
  });

  it("ends as failed, and tells its writer, where a piece cannot be stored", async () => {
    const { reply, end, done, store, message } = streaming();
    vi.spyOn(store.messages, "append").mockImplementationOnce(() => {
      throw new Error("disk full");
    });
    reply.append("lost");
    vi.advanceTimersByTime(100);
    expect(() => reply.append("more")).toThrow("disk full");
    end();
    await expect(done).rejects.toThrow("disk full");
    expect(message()).toMatchObject({ state: "failed", body: "" });
  });

  it("keeps a character together whose halves come in different pieces", async () => {
    const { reply, end, done, frames } = streaming();
    reply.append("so \uD83D");
    vi.advanceTimersByTime(100);
    reply.append("\uDE00 it is");
    vi.advanceTimersByTime(100);
    end();
    expect((await done).body).toBe("so 😀 it is");
    expect(frames.flatMap(({ text }) => text ?? [])).toEqual(["so ", "😀 it is"]);
  });

  it("shows what it stores, whatever it is given", async () => {
    const { reply, end, done, frames } = streaming();
    reply.append("a\0b \uDE00 c \uD83D");
    end();
    const { body } = await done;
    expect(body).toBe("a\uFFFDb \uFFFD c \uFFFD");
    expect(frames.flatMap(({ text }) => text ?? []).join("")).toBe(body);
  });

  it("is refused what is no text", () => {
    const { reply } = streaming();
    expect(() => reply.append(5 as unknown as string)).toThrow(TypeError);
  });

  it("is refused more than 100,000 characters", () => {
    const { reply } = streaming();
    reply.append("x".repeat(100_000));
    expect(() => reply.append("x")).toThrow(RangeError);
  });

  it("is failed, with the text it had, after its server has died and come back", () => {
    const folder = mkdtempSync(join(tmpdir(), "cablechat-"));
    try {
      const before = streaming(new EmbeddedStore(join(folder, "db")));
      before.reply.append("half");
      vi.advanceTimersByTime(100);
      before.reply.append(" lost");
      // What a killed process leaves behind: the file and its log as they are.
      cpSync(join(folder, "db"), join(folder, "copy"));
      cpSync(join(folder, "db-wal"), join(folder, "copy-wal"));
      const after = new EmbeddedStore(join(folder, "copy"));
      after.chat.failAbandonedReplies();
      expect(after.store.messages.last(before.conversation.id)).toMatchObject({
        state: "failed",
        body: "half",
        revision: 2,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("ends as failed, with all its text, when the server stops", () => {
    const { reply, chat, message } = streaming();
    reply.append("so far");
    chat.stopReplies();
    expect(message()).toMatchObject({ state: "failed", body: "so far" });
    expect(reply.cancelled).toBe(true);
  });
});
