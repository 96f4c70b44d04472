import { describe, expect, test, vi } from "vitest";
import { decodeBootstrap, decodeMessage, decodeMessagesPage } from "../../../src/api/decode.ts";
import { CablechatError } from "../../../src/core/errors.ts";
import { messageJson } from "../../support/messages.ts";

const BOOTSTRAP = {
  webchat: { id: "demo", name: "Demo", availability: { online: true, returns_at: null } },
  cable: { url: "/cable", channel: "Cablechat::WebchatChannel" },
  session: null,
  conversation: { id: 77, status: "open", revision: 3, assignee: null, seen: { visitor: 1, agent: null } },
  messages: [messageJson(1)],
  revision: 3,
  has_more_before: true,
};

function failure(what: () => unknown): CablechatError {
  try {
    what();
  } catch (error) {
    if (error instanceof CablechatError) return error;
    throw error;
  }
  throw new Error("It was accepted.");
}

describe("decodeMessage", () => {
  test("ids may be numbers", () => {
    const decoded = decodeMessage(messageJson(1, { id: 812, conversation: 77, author: { type: "agent", id: 9 } }));
    expect(decoded).toMatchObject({ id: "812", conversation: "77", author: { id: "9" } });
  });

  test("a deleted message needs no more than id, state, revision and time", () => {
    const json = { id: "1", state: "deleted", revision: 4, created_at: "2026-11-21T03:28:00.123456Z" };
    expect(decodeMessage(json)).toMatchObject({ id: "1", state: "deleted", body: "", revision: 4, attachments: [] });
  });

  test("what a deleted message still says is not taken over", () => {
    expect(decodeMessage(messageJson(1, { state: "deleted", body: "secret" })).body).toBe("");
  });

  test("a reaction that is odd does not hide the message", () => {
    const reactions = [{ emoji: "👍", by: "visitor", count: 2, since: "noon" }, { emoji: "🎉" }, null];
    expect(decodeMessage(messageJson(1, { reactions })).reactions).toEqual([
      { emoji: "👍", by: "visitor", count: 2 },
      { emoji: "🎉", by: "", count: 1 },
      { emoji: "", by: "", count: 1 },
    ]);
  });

  test("a state of a later version counts as complete", () => {
    expect(decodeMessage(messageJson(1, { state: "translated" })).state).toBe("complete");
  });

  test("an author of an unknown type is the system's, never the visitor", () => {
    expect(decodeMessage(messageJson(1, { author: { type: "root" } })).author.type).toBe("system");
  });

  test("without a revision it is null, and so is one that is no whole number", () => {
    expect(decodeMessage(messageJson(1, { revision: undefined })).revision).toBeNull();
    expect(decodeMessage(messageJson(1, { revision: "4" })).revision).toBeNull();
  });

  test.each([
    ["answer.id", null],
    ["answer.id", []],
    ["answer.id", messageJson(1, { id: null })],
    ["answer.id", messageJson(1, { id: "" })],
    ["answer.id", messageJson(1, { id: {} })],
    ["answer.created_at", messageJson(1, { created_at: "yesterday" })],
    ["answer.created_at", messageJson(1, { created_at: 1_795_000_000 })],
    ["answer.attachments.id", messageJson(1, { attachments: [{ name: "a.png" }] })],
  ])("a complaint names the field: %s", (field, json) => {
    const error = failure(() => decodeMessage(json));
    expect(error.code).toBe("invalid_response");
    expect(error.message).toContain(field);
  });

  test("unknown fields are ignored", () => {
    expect(decodeMessage(messageJson(1, { mood: "sunny" }))).not.toHaveProperty("mood");
  });
});

describe("decodeMessagesPage", () => {
  test("a row that breaks the contract is left out and told, and hides none of the others", () => {
    const unreadable = vi.fn();
    const rows = [messageJson(1), { id: 2 }, messageJson(3)];
    const page = decodeMessagesPage({ conversation: null, messages: rows, revision: 3, has_more: false }, unreadable);
    expect(page.messages.map(({ id }) => id)).toEqual(["1", "3"]);
    expect(unreadable).toHaveBeenCalledOnce();
    expect(page.revision).toBe(3);
  });

  test("a page without messages is no page", () => {
    expect(failure(() => decodeMessagesPage({ revision: 1 }, vi.fn())).code).toBe("invalid_response");
  });

  test("has_more counts only where it is true", () => {
    expect(decodeMessagesPage({ messages: [], has_more: "no" }, vi.fn()).hasMore).toBe(false);
  });
});

describe("decodeBootstrap", () => {
  test("everything the chat needs is read", () => {
    expect(decodeBootstrap(BOOTSTRAP, vi.fn())).toMatchObject({
      webchat: { id: "demo", name: "Demo", availability: { online: true, returnsAt: null } },
      cable: { url: "/cable", channel: "Cablechat::WebchatChannel" },
      conversation: { id: "77", revision: 3, seen: { visitor: "1", agent: null } },
      messages: [{ id: "1" }],
      revision: 3,
      hasMoreBefore: true,
    });
  });

  test("where the backend names no channel it is WebchatChannel", () => {
    expect(decodeBootstrap({ ...BOOTSTRAP, cable: { url: "/cable" } }, vi.fn()).cable.channel).toBe("WebchatChannel");
  });

  test("a webchat id may be a number", () => {
    expect(decodeBootstrap({ ...BOOTSTRAP, webchat: { id: 5 } }, vi.fn()).webchat.id).toBe("5");
  });

  test.each([
    ["webchat", { ...BOOTSTRAP, webchat: null }],
    ["cable", { ...BOOTSTRAP, cable: undefined }],
    ["cable.url", { ...BOOTSTRAP, cable: {} }],
    ["cable.url", { ...BOOTSTRAP, cable: { url: "https://[" } }],
    ["webchat.id", "<html>"],
  ])("without %s it is refused, by name", (field, json) => {
    expect(failure(() => decodeBootstrap(json, vi.fn())).message).toContain(field);
  });

  test("one message that cannot be read does not take the whole chat down", () => {
    const unreadable = vi.fn();
    const json = { ...BOOTSTRAP, messages: [messageJson(1), { id: 2, created_at: "never" }, messageJson(3)] };
    expect(decodeBootstrap(json, unreadable).messages.map(({ id }) => id)).toEqual(["1", "3"]);
    expect(unreadable).toHaveBeenCalledOnce();
  });
});
