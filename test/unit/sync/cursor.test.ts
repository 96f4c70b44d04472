import { describe, expect, test } from "vitest";
import type { Message } from "../../../src/core/message.ts";
import type { MessagesPage } from "../../../src/core/webchat.ts";
import { Cursor } from "../../../src/sync/cursor.ts";
import { message } from "../../support/messages.ts";

function page(revision: number | null, messages: readonly Message[], hasMore = false): MessagesPage {
  return { conversation: null, messages, revision, hasMore };
}

/** Caught up to `revision`. */
function settled(revision: number): Cursor {
  const cursor = new Cursor(revision, [message(revision)]);
  cursor.settle();
  return cursor;
}

/** A message of a backend that knows no revisions. */
function plain(id: number, more: Partial<Message> = {}): Message {
  return message(id, { revision: null, ...more });
}

describe("Cursor, with revisions", () => {
  test("it asks from what the bootstrap brought", () => {
    expect(new Cursor(7, [message(6), message(7)]).query).toEqual({ afterId: "7", revision: 7 });
  });

  test("of an empty conversation it asks for everything", () => {
    expect(new Cursor(0).query).toEqual({ afterId: null, revision: 0 });
  });

  test("before the first catch-up one is owed", () => {
    expect(new Cursor(7).owed).toBe(true);
  });

  test("the next live frame moves it", () => {
    const cursor = settled(7);
    expect(cursor.live(8)).toBe(false);
    expect(cursor.revision).toBe(8);
  });

  test("a frame that came twice does not move it", () => {
    const cursor = settled(7);
    cursor.live(8);
    expect(cursor.live(8)).toBe(false);
    expect(cursor.revision).toBe(8);
  });

  test("a live frame during an owed catch-up does not move it", () => {
    const cursor = new Cursor(7);
    expect(cursor.live(8)).toBe(false);
    expect(cursor.query.revision).toBe(7);
  });

  test("after a drop a live frame does not move it until a catch-up has come to its end", () => {
    const cursor = settled(7);
    cursor.owe();
    expect(cursor.live(8)).toBe(false);
    cursor.page(page(7, [], true));
    expect(cursor.live(9)).toBe(false);
    expect(cursor.revision).toBe(7);
  });

  test("what came live during the catch-up counts once it has ended, where it is contiguous", () => {
    const cursor = new Cursor(7);
    cursor.live(9);
    cursor.live(10);
    cursor.page(page(8, [message(8)]));
    cursor.settle();
    expect(cursor.revision).toBe(10);
    expect(cursor.hasHole).toBe(false);
  });

  test("a frame beyond a gap makes a hole and does not move it", () => {
    const cursor = settled(7);
    expect(cursor.live(9)).toBe(true);
    expect(cursor.revision).toBe(7);
    expect(cursor.hasHole).toBe(true);
  });

  test("a straggler closes the hole, and the cursor moves over all that follows", () => {
    const cursor = settled(7);
    cursor.live(10);
    cursor.live(9);
    expect(cursor.live(8)).toBe(false);
    expect(cursor.revision).toBe(10);
    expect(cursor.hasHole).toBe(false);
  });

  test("a straggler into one of two holes leaves the other", () => {
    const cursor = settled(7);
    cursor.live(9);
    cursor.live(11);
    expect(cursor.live(8)).toBe(false);
    expect(cursor.revision).toBe(9);
    expect(cursor.hasHole).toBe(true);
  });

  test("a page that reaches beyond a hole closes it", () => {
    const cursor = settled(7);
    cursor.live(9);
    cursor.page(page(12, [message(8), message(9), message(12)]));
    cursor.settle();
    expect(cursor.hasHole).toBe(false);
    expect(cursor.revision).toBe(12);
  });

  test("a late page of older revisions does not move it back", () => {
    const cursor = settled(7);
    cursor.page(page(5, [message(5)]));
    expect(cursor.revision).toBe(7);
  });

  test("a page that comes without a revision takes none away", () => {
    const cursor = settled(7);
    cursor.page(page(null, [message(8)]));
    expect(cursor.query).toEqual({ afterId: "8", revision: 7 });
  });

  test("after a drop one is owed again until it is settled", () => {
    const cursor = settled(7);
    cursor.owe();
    expect(cursor.owed).toBe(true);
    cursor.settle();
    expect(cursor.owed).toBe(false);
  });

  test("each page moves it, so that a run cut off goes on from there", () => {
    const cursor = new Cursor(0);
    cursor.page(page(100, [message(100)], true));
    cursor.owe();
    expect(cursor.query).toEqual({ afterId: "100", revision: 100 });
  });
});

describe("Cursor, of a backend without revisions", () => {
  test("it works by the last id alone", () => {
    expect(new Cursor(null, [plain(1), plain(2)]).query).toEqual({ afterId: "2", revision: null });
  });

  test("a new conversation's first page tells that there are none", () => {
    const cursor = new Cursor(0);
    cursor.page(page(null, [plain(1)]));
    expect(cursor.query).toEqual({ afterId: "1", revision: null });
  });

  test("there are none, although a frame of it had one", () => {
    const cursor = new Cursor(0);
    cursor.live(1);
    cursor.page(page(null, [plain(1)]));
    cursor.settle();
    expect(cursor.revision).toBeNull();
  });

  test("a live frame never moves it: only a catch-up does", () => {
    const cursor = new Cursor(null, [plain(1)]);
    cursor.settle();
    expect(cursor.live(null)).toBe(false);
    expect(cursor.query.afterId).toBe("1");
    expect(cursor.hasHole).toBe(false);
  });

  test("a frame with a revision means nothing to it", () => {
    const cursor = new Cursor(null, [plain(1)]);
    cursor.settle();
    expect(cursor.live(5)).toBe(false);
    expect(cursor.query).toEqual({ afterId: "1", revision: null });
  });

  test("it does not move past a message that is still streaming", () => {
    const cursor = new Cursor(null, [plain(1), plain(2, { state: "streaming" }), plain(3)]);
    expect(cursor.query.afterId).toBe("1");
  });

  test("a page after the streaming message does not move it past either", () => {
    const cursor = new Cursor(null, [plain(1)]);
    cursor.page(page(null, [plain(2, { state: "streaming" }), plain(3)], true));
    cursor.page(page(null, [plain(4), plain(5)]));
    expect(cursor.query.afterId).toBe("1");
  });

  test("once the stream has ended, it moves past", () => {
    const cursor = new Cursor(null, [plain(1), plain(2, { state: "streaming" })]);
    cursor.page(page(null, [plain(2), plain(3)]));
    expect(cursor.query.afterId).toBe("3");
  });

  test("of two streams the earlier one holds it, also when the later one ends first", () => {
    const cursor = new Cursor(null, [plain(1), plain(2, { state: "streaming" }), plain(3, { state: "streaming" })]);
    cursor.page(page(null, [plain(2, { state: "streaming" }), plain(3), plain(4)]));
    expect(cursor.query.afterId).toBe("1");
    cursor.page(page(null, [plain(2), plain(3), plain(4)]));
    expect(cursor.query.afterId).toBe("4");
  });

  test("of two streams the earlier one holds it, whichever was heard of first", () => {
    const cursor = new Cursor(null, [plain(3, { state: "streaming" }), plain(2, { state: "streaming" }), plain(1)]);
    expect(cursor.query.afterId).toBe("1");
  });

  test("messages of one page may come in any order", () => {
    const cursor = new Cursor(null, []);
    cursor.page(page(null, [plain(3), plain(1), plain(2)]));
    expect(cursor.query.afterId).toBe("3");
  });

  test("ids at one moment are compared as numbers: 10 is after 9", () => {
    const createdAt = "2026-11-21T00:00:00.000000Z";
    const cursor = new Cursor(null, [plain(10, { createdAt }), plain(9, { createdAt })]);
    expect(cursor.query.afterId).toBe("10");
  });
});
