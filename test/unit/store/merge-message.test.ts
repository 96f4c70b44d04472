import { describe, expect, test } from "vitest";
import { mergeMessage } from "../../../src/store/merge-message.ts";
import { message, VISITOR } from "../../support/messages.ts";

const NO_REVISION = { revision: null } as const;

describe("mergeMessage, with revisions", () => {
  test("the higher revision stands, whatever order they came in", () => {
    const [older, newer] = [message(1, { revision: 4 }), message(1, { revision: 6, body: "edited" })];
    expect(mergeMessage(older, newer)).toBe(newer);
    expect(mergeMessage(newer, older)).toBe(newer);
  });

  test("the same revision brings nothing", () => {
    const current = message(1);
    expect(mergeMessage(current, message(1))).toBe(current);
  });

  test("an edit after a deletion does not bring a message back", () => {
    const deleted = message(1, { revision: 6, state: "deleted", body: "" });
    expect(mergeMessage(deleted, message(1, { revision: 5, body: "late" }))).toBe(deleted);
  });

  test("a deleted message keeps whose it was, and its client id", () => {
    const current = message(1, { author: VISITOR, clientId: "c1" });
    const bare = message(1, { revision: 9, state: "deleted", body: "", author: { ...VISITOR, type: "system" } });
    expect(mergeMessage(current, bare)).toMatchObject({ state: "deleted", author: VISITOR, clientId: "c1", body: "" });
  });
});

describe("mergeMessage, of a streaming message", () => {
  const held = message(1, { revision: 4, state: "streaming", body: "one two", chunk: 2 });

  test("more chunks of the same revision stand", () => {
    const more = { ...held, body: "one two three", chunk: 3 };
    expect(mergeMessage(held, more)).toBe(more);
  });

  test("as many chunks of the same revision bring nothing", () => {
    expect(mergeMessage(held, { ...held })).toBe(held);
  });

  test("fewer chunks of the same revision bring nothing", () => {
    expect(mergeMessage(held, { ...held, body: "one", chunk: 1 })).toBe(held);
  });

  test("a higher revision with fewer chunks does not take text away", () => {
    const merged = mergeMessage(held, {
      ...held,
      revision: 5,
      body: "one",
      chunk: 1,
      editedAt: "2026-11-21T00:00:09Z",
    });
    expect(merged).toMatchObject({ revision: 5, body: "one two", chunk: 2, editedAt: "2026-11-21T00:00:09Z" });
  });

  test("a higher revision with as many chunks stands as it came", () => {
    const changed = { ...held, revision: 5, body: "one 2" };
    expect(mergeMessage(held, changed)).toBe(changed);
  });

  test("its end stands, also at the same revision", () => {
    const ended = message(1, { revision: 4, body: "one two three" });
    expect(mergeMessage(held, ended)).toBe(ended);
  });

  test("once it has ended it does not stream again", () => {
    const ended = message(1, { revision: 4, body: "one two three" });
    expect(mergeMessage(ended, held)).toBe(ended);
  });
});

describe("mergeMessage, of a backend without revisions", () => {
  test("the newest word is the best there is", () => {
    const edited = message(1, { ...NO_REVISION, body: "edited" });
    expect(mergeMessage(message(1, NO_REVISION), edited)).toBe(edited);
  });

  test("an answer from before an edit does not undo it", () => {
    const edited = message(1, { ...NO_REVISION, body: "edited", editedAt: "2026-11-21T00:00:09.000000Z" });
    expect(mergeMessage(edited, message(1, NO_REVISION))).toBe(edited);
  });

  test("of two edits the later one stands", () => {
    const first = message(1, { ...NO_REVISION, body: "first", editedAt: "2026-11-21T00:00:09.000001Z" });
    const second = message(1, { ...NO_REVISION, body: "second", editedAt: "2026-11-21T00:00:09.000002Z" });
    expect(mergeMessage(first, second)).toBe(second);
    expect(mergeMessage(second, first)).toBe(second);
  });

  test("a deletion stands, although what is left of the message does not say that it was edited", () => {
    const edited = message(1, { ...NO_REVISION, editedAt: "2026-11-21T00:00:09.000000Z" });
    expect(mergeMessage(edited, message(1, { ...NO_REVISION, state: "deleted", body: "" })).state).toBe("deleted");
  });

  test("one that knows a revision for the one word and not for the other is judged as if it knew none", () => {
    const numbered = message(1, { revision: 4 });
    const edited = message(1, { ...NO_REVISION, body: "edited", editedAt: "2026-11-21T00:00:09.000000Z" });
    expect(mergeMessage(numbered, edited)).toBe(edited);
    expect(mergeMessage(edited, numbered)).toBe(edited);
  });

  test("what was deleted stays deleted", () => {
    const deleted = message(1, { ...NO_REVISION, state: "deleted", body: "" });
    expect(mergeMessage(deleted, message(1, NO_REVISION))).toBe(deleted);
  });

  test("a message that has ended does not stream again", () => {
    const ended = message(1, NO_REVISION);
    expect(mergeMessage(ended, message(1, { ...NO_REVISION, state: "streaming", chunk: 9 }))).toBe(ended);
  });
});
