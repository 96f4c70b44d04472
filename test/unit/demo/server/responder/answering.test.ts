import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { elapse, responding } from "./responding.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what a responder says", () => {
  it("is stopped in one reply at 100,000 characters, also where it does not heed the error", async () => {
    const { ask, store, conversation, log } = responding(async (turn) => {
      await turn.conversation.streamReply(async (reply) => {
        for (let index = 0; index < 5_000; index += 1) {
          try {
            reply.append("x".repeat(100));
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError);
          }
        }
      });
    });
    ask("flood");
    await elapse();
    expect(store.messages.last(conversation.id)).toMatchObject({ state: "failed", body: "x".repeat(100_000) });
    expect(log).toEqual([expect.stringContaining("longer than 100000 characters")]);
  });

  it("is stopped after 20 answers to one message", async () => {
    const { ask, said, log } = responding(({ conversation }) => {
      for (;;) conversation.reply("and another thing");
    });
    ask("hello");
    await elapse();
    expect([said().length, log.length]).toEqual([21, 1]);
  });

  it("is refused where it is an answer without text, or with more than a message holds", async () => {
    const refused: unknown[] = [];
    const { ask } = responding(({ conversation }) => {
      for (const text of ["", " \n", "x".repeat(100_001)]) {
        try {
          conversation.reply(text);
        } catch (error) {
          refused.push(error);
        }
      }
    });
    ask("hello");
    await elapse();
    expect(refused).toEqual(Array(3).fill(expect.any(RangeError)));
  });

  it("is written no more often than ten times a second, however small its pieces", async () => {
    const { ask, store } = responding(async ({ conversation }) => {
      await conversation.streamReply(async (reply) => {
        for (let index = 0; index < 1_000; index += 1) {
          reply.append("x");
          await new Promise((next) => setTimeout(next, 1));
        }
      });
    });
    const append = vi.spyOn(store.messages, "append");
    ask("hello");
    await elapse(2_000);
    expect(append.mock.calls.length).toBeLessThanOrEqual(11);
    expect(append.mock.calls.map(([, text]) => text).join("").length).toBe(1_000);
  });
});
