import { describe, expect, test } from "vitest";
import { decodeFrame } from "../../../src/api/decode-frame.ts";
import { CablechatError } from "../../../src/core/errors.ts";
import { messageJson } from "../../support/messages.ts";

describe("decodeFrame", () => {
  test("a message", () => {
    expect(decodeFrame({ type: "message", revision: 43, message: messageJson(1) })).toMatchObject({
      type: "message",
      revision: 43,
      message: { id: "1" },
    });
  });

  test("a conversation", () => {
    const conversation = { id: 77, status: "closed", revision: 44, seen: { visitor: 3 } };
    expect(decodeFrame({ type: "conversation", revision: 44, conversation })).toMatchObject({
      type: "conversation",
      revision: 44,
      conversation: { id: "77", status: "closed", seen: { visitor: "3", agent: null } },
    });
  });

  test("a delta, also with a numeric id", () => {
    expect(decodeFrame({ type: "message.delta", id: 812, chunk: 17, text: " and" })).toEqual({
      type: "message.delta",
      id: "812",
      chunk: 17,
      text: " and",
    });
  });

  test.each(["started", "stopped"])("typing that has %s", (state) => {
    const frame = decodeFrame({ type: "typing", author: { type: "agent", id: 9 }, state });
    expect(frame).toMatchObject({ type: "typing", state, author: { type: "agent", id: "9" } });
  });

  test.each([
    { type: "message.pinned" },
    { type: null },
    { type: { toString: 1 } },
    { type: "__proto__" },
    { session_init: true },
    {},
    [],
  ])("a frame of a later version is unknown, and no error: %j", (json) => {
    expect(decodeFrame(json)).toEqual({ type: "unknown" });
  });

  test.each([
    "text",
    null,
    7,
    { type: "message" },
    { type: "message", message: { id: "1" } },
    { type: "conversation", conversation: [] },
    { type: "message.delta", id: "1", chunk: 1.5, text: "x" },
    { type: "message.delta", id: "1", chunk: 1 },
    { type: "message.delta", chunk: 1, text: "x" },
  ])("a frame that breaks the contract is refused: %j", (json) => {
    expect(() => decodeFrame(json)).toThrow(CablechatError);
  });
});
