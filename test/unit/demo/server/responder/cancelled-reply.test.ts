import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Responder } from "../../../../../demo/server/responder/responder.ts";
import { elapse, responding } from "./responding.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a reply the visitor stops", () => {
  const obedient: Responder = async ({ message, conversation }) => {
    await conversation.streamReply(async (reply) => {
      while (!reply.cancelled) {
        reply.append(`${message.body} `);
        await new Promise((next) => setTimeout(next, 50));
      }
    });
  };

  it("stays as it was stopped, is no error, and the next message is answered at once", async () => {
    const { ask, said, log, store, conversation } = responding(obedient);
    ask("one");
    await elapse(300);
    ask("two");
    const [reply] = store.messages.allStreaming();
    if (!reply) throw new Error("Nothing streams.");
    const stopped = conversation.cancel(reply);
    await elapse(200);
    expect(store.messages.find(conversation.id, reply.id)).toEqual(stopped);
    expect(said().at(-1)).toMatch(/^bot streaming two /);
    expect(log).toEqual([]);
  });

  it("is no error either where its writer throws because of it", async () => {
    const { ask, log, store, conversation } = responding(async (turn) => {
      await turn.conversation.streamReply(async ({ signal }) => {
        await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
      });
    });
    ask("hello");
    await elapse();
    for (const reply of store.messages.allStreaming()) conversation.cancel(reply);
    await elapse();
    expect([store.messages.last(conversation.id)?.state, log]).toEqual(["cancelled", []]);
  });

  it("holds up the next message for 5 s at most where its writer does not listen", async () => {
    const { ask, said, log, store, conversation } = responding(async (turn) => {
      if (turn.message.body === "next") return void turn.conversation.reply("here");
      await turn.conversation.streamReply(() => new Promise(() => undefined));
    });
    ask("deaf");
    await elapse();
    for (const reply of store.messages.allStreaming()) conversation.cancel(reply);
    ask("next");
    await elapse(4_999);
    expect(said().at(-1)).toBe("visitor complete next");
    await elapse(1);
    expect(said().at(-1)).toBe("bot complete here");
    expect(log).toEqual([expect.stringContaining("went on for 5 s")]);
  });
});
