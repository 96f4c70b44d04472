import { describe, expect, test } from "vitest";
import { groupMessages } from "../../../../src/components/message-list/group-messages.ts";
import { shownMessage, VISITOR } from "../../../support/fake-chat.ts";

const NOW = Date.parse("2026-11-21T12:00:00Z");

function at(time: string, more: Parameters<typeof shownMessage>[1] = {}) {
  return shownMessage(time, { createdAt: time, ...more });
}

function shape(...messages: ReturnType<typeof at>[]): string[] {
  return groupMessages(messages, "en-GB", NOW).map(({ first, last }) => `${first ? "[" : ""}x${last ? "]" : ""}`);
}

describe("groupMessages", () => {
  test("what one author says within five minutes is one group", () => {
    expect(shape(at("2026-11-21T10:00:00Z"), at("2026-11-21T10:04:00Z"), at("2026-11-21T10:08:00Z"))).toEqual([
      "[x",
      "x",
      "x]",
    ]);
  });

  test("a longer pause begins a new group", () => {
    expect(shape(at("2026-11-21T10:00:00Z"), at("2026-11-21T10:05:01Z"))).toEqual(["[x]", "[x]"]);
  });

  test("another author begins a new group", () => {
    const bea = { type: "agent", id: "10", name: "Bea", avatarUrl: null } as const;
    expect(shape(at("2026-11-21T10:00:00Z"), at("2026-11-21T10:00:01Z", { author: bea }))).toEqual(["[x]", "[x]"]);
  });

  test("a visitor's messages are one author's, sent or still being sent", () => {
    const sent = at("2026-11-21T11:59:00Z", { author: { ...VISITOR, id: "4" }, delivery: "sent" });
    const pending = shownMessage("p", { author: VISITOR, createdAt: null, delivery: "pending" });
    expect(shape(sent, pending)).toEqual(["[x", "x]"]);
  });

  test("each day is told once, where it begins", () => {
    const rows = groupMessages(
      [
        at("2025-12-31T12:00:00Z"),
        at("2026-11-19T12:00:00Z"),
        at("2026-11-20T12:00:00Z"),
        at("2026-11-21T10:00:00Z"),
        at("2026-11-21T10:01:00Z"),
      ],
      "en-GB",
      NOW,
    );
    expect(rows.map(({ day }) => day)).toEqual([
      expect.stringMatching(/^Wednesday,? 31 December 2025$/),
      expect.stringMatching(/^Thursday,? 19 November$/),
      "Yesterday",
      "Today",
      null,
    ]);
  });

  test("a message being sent is of today", () => {
    const rows = groupMessages([shownMessage("p", { createdAt: null, delivery: "pending" })], "en", NOW);
    expect(rows[0]?.day).toBe("Today");
  });
});
