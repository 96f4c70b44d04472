import { beforeEach, describe, expect, test } from "vitest";
import { MessageStore } from "../../../src/store/message-store.ts";
import { message } from "../../support/messages.ts";

let store: MessageStore;

/** Chunk N of "0 1 2 3 …". */
function chunk(number: number, id = "1") {
  return store.applyDelta({ id, chunk: number, text: `${number} ` });
}

beforeEach(() => {
  store = new MessageStore("visitor");
  store.upsert(message(1, { state: "streaming", body: "", chunk: 0 }));
});

describe("MessageStore, chunks that come before their turn", () => {
  test("wait for the missing one, and are then appended with it", () => {
    chunk(0);
    for (const early of [3, 2]) expect(chunk(early)).toBe("early");
    expect(store.byId("1")?.body).toBe("0 ");
    expect(chunk(1)).toBe("applied");
    expect(store.byId("1")).toMatchObject({ body: "0 1 2 3 ", chunk: 4 });
    expect(store.gap).toBeUndefined();
  });

  test("in whatever order they come, the text is the backend's", () => {
    for (const number of [5, 1, 7, 3, 3, 0, 6, 2, 5, 4]) chunk(number);
    expect(store.byId("1")?.body).toBe("0 1 2 3 4 5 6 7 ");
  });

  test("wait for a message that is not known yet", () => {
    chunk(0, "2");
    chunk(1, "2");
    store.upsert(message(2, { state: "streaming", body: "", chunk: 0 }));
    expect(store.byId("2")?.body).toBe("0 1 ");
  });

  test("of two messages do not disturb each other", () => {
    store.upsert(message(2, { state: "streaming", body: "", chunk: 0 }));
    chunk(1, "2");
    chunk(1);
    chunk(0);
    expect(store.byId("1")?.body).toBe("0 1 ");
    expect(store.byId("2")?.body).toBe("");
    expect(store.gap).toMatchObject({ id: "2", chunk: 1 });
  });

  test("go on where a catch-up has filled the gap", () => {
    chunk(3);
    store.upsert(message(1, { state: "streaming", body: "0 1 2 ", chunk: 3 }));
    expect(store.byId("1")).toMatchObject({ body: "0 1 2 3 ", chunk: 4 });
  });

  test("are dropped where a catch-up has overtaken them", () => {
    chunk(3);
    store.upsert(message(1, { state: "streaming", body: "0 1 2 3 4 ", chunk: 5 }));
    expect(store.byId("1")).toMatchObject({ body: "0 1 2 3 4 ", chunk: 5 });
    expect(store.gap).toBeUndefined();
  });

  test("are dropped where the message has ended", () => {
    chunk(3);
    store.upsert(message(1, { revision: 2, state: "cancelled", body: "0 ", chunk: null }));
    expect(store.byId("1")?.body).toBe("0 ");
    expect(store.gap).toBeUndefined();
  });

  test("are dropped with everything else", () => {
    chunk(1);
    store.clearReceived();
    store.upsert(message(1, { state: "streaming", body: "", chunk: 0 }));
    chunk(0);
    expect(store.byId("1")?.body).toBe("0 ");
  });

  test("the gap is the one that has waited longest, and stays the same while others come and go", () => {
    chunk(4);
    const { gap } = store;
    chunk(2);
    chunk(0);
    chunk(1);
    expect(store.byId("1")?.chunk).toBe(3);
    expect(store.gap).toBe(gap);
  });

  test("are bounded in number: what is not held is asked for, since the first one still waits", () => {
    for (let number = 1; number <= 200; number += 1) chunk(number);
    chunk(0);
    expect(store.byId("1")?.chunk).toBe(65);
  });

  test("are bounded in characters", () => {
    const text = "x".repeat(30_000);
    for (const number of [1, 2, 3]) store.applyDelta({ id: "1", chunk: number, text });
    chunk(0);
    expect(store.byId("1")?.chunk).toBe(3);
  });

  test("as many characters as may be held are held", () => {
    const text = "x".repeat(32_768);
    for (const number of [1, 2]) store.applyDelta({ id: "1", chunk: number, text });
    chunk(0);
    expect(store.byId("1")?.chunk).toBe(3);
  });

  test("one that is longer than all that may be held is held, or nobody would know of the gap", () => {
    store.applyDelta({ id: "1", chunk: 1, text: "x".repeat(100_000) });
    expect(store.gap).toMatchObject({ id: "1", chunk: 1 });
  });
});
