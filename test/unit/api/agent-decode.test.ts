import { describe, expect, it } from "vitest";
import { decodeHeadFrame, decodeHeadsPage } from "../../../src/api/agent-decode.ts";
import { fixtures } from "../../support/fixtures.ts";
import { messageJson } from "../../support/messages.ts";

const conversation = { id: 7, status: "open", revision: 3, assignee: null, seen: { visitor: null, agent: null } };
const ignore = () => undefined;

describe("decodeHeadsPage", () => {
  it("reads a head with everything in it", () => {
    const visitor = {
      name: "Bo",
      email: "bo@example.com",
      attributes: { plan: "pro", seats: 3, trial: false, left: null },
      page: { url: "https://shop.example/lamps", title: "Lamps", referrer: "" },
    };
    const json = { conversation, visitor, last_message: messageJson(5), unread_count: 2 };
    const { heads, hasMore } = decodeHeadsPage({ conversations: [json], has_more: true }, ignore);
    expect(hasMore).toBe(true);
    expect(heads[0]).toMatchObject({ conversation: { id: "7" }, visitor, lastMessage: { id: "5" }, unreadCount: 2 });
  });

  it("takes the last message's time for the head's where the backend does not tell", () => {
    const [head] = decodeHeadsPage({ conversations: [{ conversation, last_message: messageJson(5) }] }, ignore).heads;
    expect(head?.activeAt).toBe(head?.lastMessage?.createdAt);
  });

  it("reads a head that says nothing of the visitor", () => {
    const [head] = decodeHeadsPage({ conversations: [{ conversation }] }, ignore).heads;
    expect(head).toMatchObject({
      visitor: { name: null, email: null, attributes: {}, page: null },
      lastMessage: null,
      unreadCount: 0,
    });
  });

  it("drops attributes an agent could not read", () => {
    const visitor = { attributes: { nested: { deep: true }, list: [1], plain: "text" } };
    const [head] = decodeHeadsPage({ conversations: [{ conversation, visitor }] }, ignore).heads;
    expect(head?.visitor.attributes).toEqual({ plain: "text" });
  });

  it("leaves out a row that breaks the contract, tells of it, and shows the others", () => {
    const told: string[] = [];
    const rows = [{ conversation: { status: "open" } }, 5, { conversation }];
    const { heads } = decodeHeadsPage({ conversations: rows }, (error) => told.push(error.code));
    expect([heads.length, told]).toEqual([1, ["invalid_response", "invalid_response"]]);
  });

  it.each([[null], [[]], [{ heads: [] }], ["<html>"]])("refuses %j, which is no page of heads", (json) => {
    expect(() => decodeHeadsPage(json, ignore)).toThrow(/conversations/);
  });
});

describe("decodeHeadFrame", () => {
  it("reads a head", () => {
    expect(decodeHeadFrame({ type: "head", conversation })).toMatchObject({ conversation: { id: "7" } });
  });

  it("knows no frame of a later version", () => {
    expect(decodeHeadFrame({ type: "weather" })).toBeNull();
  });

  it.each([[null], ["head"], [{}], [{ type: "head" }], [{ type: "head", conversation: 5 }]])(
    "calls %j unreadable",
    (json) => {
      expect(() => decodeHeadFrame(json)).toThrow(expect.objectContaining({ code: "unreadable_frame" }));
    },
  );
});

describe("the contract's examples", () => {
  it.each(fixtures("heads-page").filter(({ valid }) => valid))("every row is read of $name", ({ value }) => {
    const { conversations, has_more } = value as { conversations: unknown[]; has_more: boolean };
    const told: string[] = [];
    const { heads, hasMore } = decodeHeadsPage(value, (error) => told.push(error.code));
    expect([heads.length, hasMore, told]).toEqual([conversations.length, has_more, []]);
  });

  it.each(fixtures("heads-page").filter(({ valid, name }) => !valid && name !== "a head that cannot be read"))(
    "a page with $name is refused",
    ({ value }) => {
      expect(() => decodeHeadsPage(value, ignore)).toThrow(/conversations/);
    },
  );

  it("a head that cannot be read is told, and does not hide the one before it", () => {
    const fixture = fixtures("heads-page").find(({ name }) => name === "a head that cannot be read");
    const told: string[] = [];
    const { heads } = decodeHeadsPage(fixture?.value, (error) => told.push(error.code));
    expect([heads.length, told]).toEqual([1, ["invalid_response"]]);
  });

  it.each(fixtures("head").filter(({ valid }) => valid))("the desk shows all there is of $name", ({ value }) => {
    const { visitor, last_message, unread_count, active_at = null } = value as Record<string, unknown>;
    const head = decodeHeadFrame({ ...(value as object), type: "head" });
    expect(head).toMatchObject({ visitor, unreadCount: unread_count, activeAt: active_at });
    expect(head?.lastMessage?.id).toBe((last_message as { id: string } | null)?.id);
  });
});
