import { describe, expect, it } from "vitest";
import { MessageStore } from "../../../src/store/message-store.ts";
import { message } from "../../support/messages.ts";
import { shownIds } from "../../support/shown-ids.ts";

describe("a store whose conversation cannot be read any more", () => {
  const next = { conversation: "78" };

  function setAside(): MessageStore {
    const store = new MessageStore("visitor");
    store.prepend([message(5), message(6, { clientId: "mine" })], true);
    store.putPending({ clientId: "pending", body: "hello", error: null });
    store.setAside();
    return store;
  }

  it("shows what it showed, above all that comes, whatever the times say", () => {
    const store = setAside();
    store.upsert(message(1, next));
    expect(shownIds(store)).toEqual(["5", "6", "1", null]);
  });

  it("knows nothing of it: no history is asked from there, and none of it is found", () => {
    const store = setAside();
    expect([store.oldest, store.byId("5"), store.hasMoreBefore]).toEqual([null, null, false]);
  });

  it("stays where it stands, and is pending no more, where the answer to what was sent comes late", () => {
    const store = setAside();
    store.putPending({ clientId: "mine", body: "hello", error: null });
    expect(store.upsert(message(6, { clientId: "mine" }))).toBe("unchanged");
    expect(store.messages.map(({ key, delivery }) => `${key} ${delivery}`)).toEqual([
      "5 null",
      "mine null",
      "pending pending",
    ]);
  });

  it("shows above all that comes, once, what was sent to it and is answered late", () => {
    const store = setAside();
    store.upsert(message(1, next));
    store.putPast(message(7, { clientId: "pending" }));
    store.putPast(message(6, { clientId: "mine" }));
    expect(store.messages.map(({ key, delivery }) => `${key} ${delivery}`)).toEqual([
      "5 null",
      "mine null",
      "pending null",
      "1 null",
    ]);
  });

  it("shows what was answered late before what is later in its conversation, and after all others", () => {
    const store = setAside();
    store.putPast(message(4));
    store.putPast(message(1, { conversation: "76" }));
    expect(shownIds(store)).toEqual(["4", "5", "6", "1", null]);
  });

  it("shows what was answered late only where it comes again, sent once more by a tab that could not know", () => {
    const store = setAside();
    store.putPast(message(7, { clientId: "pending" }));
    store.upsert(message(8, { ...next, clientId: "pending" }));
    expect(shownIds(store)).toEqual(["5", "6", "8"]);
  });

  it("does not show below it what another tab, which can read it again, tells of it", () => {
    const store = setAside();
    expect(store.upsert(message(4))).toBe("unchanged");
    expect(store.upsert(message(5, { revision: 9, body: "edited" }))).toBe("unchanged");
    expect(shownIds(store)).toEqual(["5", "6", null]);
    expect(store.upsert(message(7))).toBe("inserted");
    expect(shownIds(store)).toEqual(["5", "6", "7", null]);
  });

  it("shows what was told of it meanwhile where it can be read again, although that was read before", () => {
    const store = setAside();
    store.upsert(message(5, { revision: 9, body: "edited" }));
    store.takeBack("77");
    expect(store.upsert(message(5))).toBe("inserted");
    expect(store.byId("5")?.body).toBe("edited");
  });

  it("shows all of it in its place where it comes as history of another conversation", () => {
    const store = setAside();
    store.prepend([message(4), message(5), message(6), message(8, next)], false);
    expect(shownIds(store)).toEqual(["4", "5", "6", "8", null]);
  });

  it("does not come twice where what is left of a deleted message can be read again, under another key", () => {
    const store = new MessageStore("visitor");
    store.upsert(message(5, { clientId: "mine", conversation: null, state: "deleted" }));
    store.setAside();
    store.upsert(message(5));
    expect(shownIds(store)).toEqual(["5"]);
  });

  it("keeps it when everything is loaded anew, and when another conversation ends", () => {
    const store = setAside();
    store.upsert(message(8, next));
    store.clearReceived();
    expect(shownIds(store)).toEqual(["5", "6", null]);
    store.upsert(message(9, next));
    store.setAside();
    expect(shownIds(store)).toEqual(["5", "6", "9", null]);
  });

  it("shows it with its neighbours where it can be read again: what comes with them, and the rest as history", () => {
    const store = setAside();
    store.takeBack("77");
    store.prepend([message(8), message(9)], true);
    expect(shownIds(store)).toEqual(["8", "9", null]);
    store.prepend([message(5), message(6, { clientId: "mine" }), message(7)], false);
    expect(shownIds(store)).toEqual(["5", "6", "7", "8", "9", null]);
  });

  it("does not come twice where the reader goes on to another conversation, and some of it has lost its client id", () => {
    const store = setAside();
    store.takeBack("77");
    store.prepend([message(6, { clientId: null, state: "deleted" })], false);
    store.takeBack("78");
    expect(shownIds(store)).toEqual(["6", null]);
  });

  it("stays where an answer of the ended session comes late", () => {
    const store = setAside();
    store.takeBack("78");
    store.upsert(message(7));
    expect(shownIds(store)).toEqual(["5", "6", "7", null]);
  });

  it("goes by the messages themselves where the backend does not say which conversation they are of", () => {
    const store = new MessageStore("visitor");
    store.prepend([message(5, { conversation: null }), message(6, { conversation: null })], false);
    store.setAside();
    store.upsert(message(6, { conversation: null }));
    store.upsert(message(7, { conversation: null }));
    expect(shownIds(store)).toEqual(["5", "6", "7"]);
  });

  it("shows a message once that is sent again", () => {
    const store = setAside();
    store.putPending({ clientId: "mine", body: "hello", error: null });
    expect(store.messages.map(({ key }) => key)).toEqual(["5", "pending", "mine"]);
    store.upsert(message(20, { ...next, clientId: "mine" }));
    expect(shownIds(store)).toEqual(["5", "20", null]);
  });

  it("shows a reply that was still being written as broken off, and the others as they were", () => {
    const store = new MessageStore("visitor");
    store.upsert(message(1));
    store.upsert(message(2, { state: "streaming", body: "Hel", chunk: 1 }));
    store.setAside();
    expect(store.messages).toMatchObject([{ state: "complete" }, { state: "failed", body: "Hel" }]);
  });

  it("lets go of the wish to stop a reply, which nobody asks for any more", () => {
    const store = new MessageStore("visitor");
    store.upsert(message(2, { state: "streaming", body: "Hel", chunk: 1 }));
    store.setStopping("2", true);
    store.setAside();
    store.takeBack("77");
    store.upsert(message(2, { state: "streaming", body: "Hello", chunk: 2 }));
    expect(store.messages).toMatchObject([{ body: "Hello", stopping: false }]);
  });

  it("… nor once the visitor has left", () => {
    const store = new MessageStore("visitor");
    store.upsert(message(2, { state: "streaming" }));
    store.setStopping("2", true);
    store.clear();
    expect(store.isStopping("2")).toBeFalsy();
  });

  it("does not keep what was on its way out, once that is given up", () => {
    const store = setAside();
    store.removePending("pending");
    expect(shownIds(store)).toEqual(["5", "6"]);
  });

  it("forgets it with everything else", () => {
    const store = setAside();
    store.clear();
    expect(store.messages).toEqual([]);
  });
});
