import { describe, expect, it } from "vitest";
import { commanded, friendly } from "../../../../../demo/server/responder/script.ts";

describe("the bot's script", () => {
  it("streams as many numbered words as it is told, as fast as it is told", () => {
    expect(commanded("stream 3")).toEqual([{ type: "say", words: ["word1", "word2", "word3"], everyMs: 25 }]);
    expect(commanded(" Stream  2 10 ")).toEqual([{ type: "say", words: ["word1", "word2"], everyMs: 10 }]);
  });

  it("keeps within bounds whatever it is told", () => {
    const [step] = commanded("stream 99999 99999") ?? [];
    expect(step?.type === "say" && [step.words.length, step.everyMs]).toEqual([2_000, 1_000]);
    expect(commanded("slow 99999")?.[1]).toEqual({ type: "pause", ms: 60_000 });
  });

  it("pauses where it is slow, and fails in the middle where it fails", () => {
    expect(commanded("slow")?.map(({ type }) => type)).toEqual(["say", "pause", "say"]);
    expect(commanded("fail")?.map(({ type }) => type)).toEqual(["say", "fail"]);
  });

  it.each([
    "",
    "hello",
    "stream",
    "stream 0",
    "stream x",
    "stream 1 2 3",
    "stream -1",
    "slow down",
    "fail 1",
    "failure",
  ])("takes %j for no command", (text) => expect(commanded(text)).toBeNull());

  it("says the same to the same message, and something else to a question", () => {
    expect(friendly("hello")).toEqual(friendly("hello"));
    expect(friendly("What is this?")).not.toEqual(friendly("hello"));
  });
});
