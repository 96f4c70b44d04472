import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { elapse, responding } from "./responding.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what waits for an answer", () => {
  it("is bounded in each conversation, and what is left out is logged", async () => {
    const { ask, log } = responding(() => new Promise(() => undefined));
    for (let index = 0; index < 103; index += 1) ask(`message ${index}`);
    expect(log.length).toBe(3);
    expect(log[0]).toMatch(/^error responder: message \d+ is not answered/);
  });

  it("is left alone where it is deleted, or its conversation closed, before its turn", async () => {
    const { ask, conversation, said } = responding(async (turn) => {
      await new Promise((next) => setTimeout(next, 100));
      turn.conversation.reply(`to ${turn.message.body}`);
    });
    ask("one");
    const two = ask("two");
    ask("three");
    await elapse(50);
    conversation.delete(two);
    await elapse(100);
    conversation.change(() => ({ status: "closed" }));
    ask("four");
    await elapse(1_000);
    expect(said().filter((line) => line.startsWith("bot"))).toEqual(["bot complete to one", "bot complete to three"]);
  });

  it("is not begun once the server stops; what was being written is failed, without a complaint", async () => {
    const { ask, said, chat, responses, log } = responding(async ({ conversation }) => {
      await conversation.streamReply(async (reply) => {
        reply.append("so far");
        await new Promise(() => undefined);
      });
    });
    ask("one");
    ask("two");
    await elapse();
    responses.stop();
    chat.stopReplies();
    ask("three");
    await elapse(1_000);
    expect(said().filter((line) => line.startsWith("bot"))).toEqual(["bot failed so far"]);
    expect(log).toEqual([]);
  });
});
