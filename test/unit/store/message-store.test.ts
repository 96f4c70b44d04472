import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../src/core/errors.ts";
import { MessageStore } from "../../../src/store/message-store.ts";
import { message, VISITOR } from "../../support/messages.ts";

let store: MessageStore;

beforeEach(() => {
  store = new MessageStore("visitor");
});

function ids(): (string | null)[] {
  return store.messages.map(({ id }) => id);
}

function pending(clientId: string, error: CablechatError | null = null): void {
  store.putPending({ clientId, body: `body of ${clientId}`, error });
}

describe("MessageStore, order", () => {
  test("messages stand in the order of their creation, whatever order they came in", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 8, 9, 10, 11, 100], { minLength: 8 }), (arrivals) => {
        store = new MessageStore("visitor");
        for (const id of arrivals) store.upsert(message(id));
        expect(ids()).toEqual(["1", "2", "3", "8", "9", "10", "11", "100"]);
      }),
    );
  });

  test("at one moment, ids are compared as numbers", () => {
    const createdAt = "2026-11-21T00:00:00.000000Z";
    for (const id of [10, 9, 100]) store.upsert(message(id, { createdAt }));
    expect(ids()).toEqual(["9", "10", "100"]);
  });

  test("a message being sent stands last", () => {
    pending("c1");
    store.upsert(message(1));
    expect(ids()).toEqual(["1", null]);
  });

  test("a message whose time is corrected moves to its place", () => {
    for (const id of [1, 2, 3]) store.upsert(message(id));
    store.upsert(message(1, { revision: 9, createdAt: "2026-11-21T00:00:05.000000Z" }));
    expect(ids()).toEqual(["2", "3", "1"]);
  });

  test("older messages go before those already there", () => {
    store.upsert(message(5));
    store.upsert(message(4));
    expect(store.last?.id).toBe("5");
    expect(ids()).toEqual(["4", "5"]);
  });
});

describe("MessageStore, each message once", () => {
  test("a message that comes twice is shown once", () => {
    expect(store.upsert(message(1))).toBe("inserted");
    expect(store.upsert(message(1))).toBe("unchanged");
    expect(ids()).toEqual(["1"]);
  });

  test("a change keeps its place and its key", () => {
    store.upsert(message(1));
    store.upsert(message(2));
    expect(store.upsert(message(1, { revision: 3, body: "edited" }))).toBe("changed");
    expect(store.messages[0]).toMatchObject({ id: "1", key: "1", body: "edited" });
  });

  test("the list is the same array until something changes", () => {
    store.upsert(message(1));
    const before = store.messages;
    store.upsert(message(1));
    expect(store.messages).toBe(before);
    store.upsert(message(2));
    expect(store.messages).not.toBe(before);
  });

  test("a row that has not changed is the same object", () => {
    store.upsert(message(1));
    const [before] = store.messages;
    store.upsert(message(2));
    expect(store.messages[0]).toBe(before);
  });
});

describe("MessageStore, from pending to sent", () => {
  const sent = message(1, { author: VISITOR, clientId: "c1" });

  test("a pending message has all that a message has, as far as it is known here", () => {
    pending("c1");
    expect(store.messages).toEqual([
      {
        key: "c1",
        id: null,
        clientId: "c1",
        conversation: null,
        revision: null,
        author: { type: "visitor", id: null, name: null, avatarUrl: null },
        state: "complete",
        body: "body of c1",
        chunk: null,
        attachments: [],
        reactions: [],
        createdAt: null,
        editedAt: null,
        delivery: "pending",
        error: null,
        stopping: false,
      },
    ]);
  });

  test("the sent message takes the pending one's place under the same key", () => {
    pending("c1");
    const [before] = store.messages;
    store.upsert(sent);
    expect(store.messages).toHaveLength(1);
    expect(store.messages[0]).toMatchObject({ key: before?.key, id: "1", delivery: "sent" });
  });

  test("a failed message shows why, and stays where it was written", () => {
    pending("c1");
    pending("c2");
    const error = new CablechatError("invalid", "too long");
    pending("c1", error);
    expect(store.messages.map(({ clientId, delivery }) => [clientId, delivery])).toEqual([
      ["c1", "failed"],
      ["c2", "pending"],
    ]);
    expect(store.byClientId("c1")?.error).toBe(error);
  });

  test("one the backend already has is not shown as pending again", () => {
    store.upsert(sent);
    pending("c1");
    expect(ids()).toEqual(["1"]);
  });

  test("a broadcast without client id and then the answer with it are one message", () => {
    pending("c1");
    store.upsert({ ...sent, clientId: null });
    expect(store.upsert(sent)).toBe("changed");
    expect(ids()).toEqual(["1"]);
    expect(store.byClientId("c1")?.id).toBe("1");
  });

  test("a message deleted before its answer came does not stay pending beside its own remains", () => {
    pending("c1");
    store.upsert(message(1, { state: "deleted", revision: 2, author: { ...VISITOR, type: "system" } }));
    store.upsert(message(1, { state: "deleted", revision: 2, author: { ...VISITOR, type: "system" }, clientId: "c1" }));
    expect(ids()).toEqual(["1"]);
  });

  test("it is found by client id, pending and sent", () => {
    pending("c1");
    expect(store.byClientId("c1")?.delivery).toBe("pending");
    store.upsert(sent);
    expect(store.byClientId("c1")?.delivery).toBe("sent");
    expect(store.byClientId("c2")).toBeNull();
  });

  test("one that was given up is gone", () => {
    pending("c1");
    store.removePending("c1");
    expect(store.messages).toEqual([]);
  });

  test("somebody else's message has no delivery", () => {
    store.upsert(message(1));
    expect(store.messages[0]?.delivery).toBeNull();
  });
});

describe("MessageStore, deltas", () => {
  const streaming = message(1, { state: "streaming", body: "Hel", chunk: 1 });

  test("the next chunk is appended", () => {
    store.upsert(streaming);
    expect(store.applyDelta({ id: "1", chunk: 1, text: "lo" })).toBe("applied");
    expect(store.byId("1")).toMatchObject({ body: "Hello", chunk: 2 });
  });

  test("an earlier chunk is a duplicate and ignored", () => {
    store.upsert(streaming);
    expect(store.applyDelta({ id: "1", chunk: 0, text: "Hel" })).toBe("duplicate");
    expect(store.byId("1")?.body).toBe("Hel");
  });

  test("a chunk before its turn is early and not appended", () => {
    store.upsert(streaming);
    expect(store.applyDelta({ id: "1", chunk: 2, text: "!" })).toBe("early");
    expect(store.byId("1")?.body).toBe("Hel");
  });

  test("a chunk of an unknown message is early", () => {
    expect(store.applyDelta({ id: "9", chunk: 0, text: "x" })).toBe("early");
  });

  test("a chunk after the end is a duplicate", () => {
    store.upsert(message(1, { chunk: null }));
    expect(store.applyDelta({ id: "1", chunk: 5, text: "x" })).toBe("duplicate");
  });

  test("the wish to stop a reply stands where that is not loaded, until its end is known or it is taken back", () => {
    store.upsert(streaming);
    store.setStopping("1", true);
    store.clearReceived();
    expect([store.messages, store.isStopping("1")]).toEqual([[], true]);
    store.upsert(streaming);
    expect(store.byId("1")?.stopping).toBe(true);
    store.upsert(message(1, { revision: 9 }));
    expect(store.isStopping("1")).toBe(false);
    store.setStopping("9", true);
    store.setStopping("9", false);
    expect(store.isStopping("9")).toBe(false);
  });

  test("a stream begins with chunk 0, also where the message came without a count", () => {
    store.upsert({ ...streaming, body: "", chunk: null });
    expect(store.applyDelta({ id: "1", chunk: 0, text: "Hi" })).toBe("applied");
    expect(store.byId("1")?.body).toBe("Hi");
  });
});

describe("MessageStore, forgetting", () => {
  beforeEach(() => {
    store.upsert(message(1, { clientId: "c0" }));
    pending("c1");
  });

  test("clearReceived() forgets what the backend said and keeps what is on its way", () => {
    store.clearReceived();
    expect(store.messages.map(({ clientId }) => clientId)).toEqual(["c1"]);
    expect(store.byId("1")).toBeNull();
    expect(store.byClientId("c0")).toBeNull();
    expect(store.oldest).toBeNull();
  });

  test("clear() forgets everything", () => {
    store.clear();
    expect(store.messages).toEqual([]);
  });
});
