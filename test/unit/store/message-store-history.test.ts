import { describe, expect, it } from "vitest";
import { MessageStore } from "../../../src/store/message-store.ts";
import { message } from "../../support/messages.ts";

function shownIds(store: MessageStore): (string | null)[] {
  return store.messages.map(({ id }) => id);
}

describe("a store that knows only the end of a conversation", () => {
  function lastPage(): MessageStore {
    const store = new MessageStore("visitor");
    store.prepend([message(5), message(6)], true);
    return store;
  }

  it("does not show a change of an older message beside messages that are not its neighbours", () => {
    const store = lastPage();

    expect(store.upsert(message(2, { revision: 7 }))).toBe("unchanged");
    expect(shownIds(store)).toEqual(["5", "6"]);
    expect(store.oldest?.id).toBe("5");
  });

  it("does not show one either that does not say of which conversation it is", () => {
    expect(lastPage().upsert(message(2, { revision: 7, conversation: null }))).toBe("unchanged");
  });

  it("shows the change when the history up to there is loaded", () => {
    const store = lastPage();
    store.upsert(message(2, { revision: 7 }));

    store.prepend([message(2, { revision: 7, body: "edited" }), message(3), message(4)], true);

    expect(shownIds(store)).toEqual(["2", "3", "4", "5", "6"]);
    expect(store.byId("2")?.body).toBe("edited");
  });

  it("keeps a change that came while the history was under way, although the page was read before it", () => {
    const store = lastPage();
    store.upsert(message(2, { revision: 7, body: "edited" }));

    store.prepend([message(2, { body: "before" }), message(3), message(4)], true);

    expect(store.byId("2")?.body).toBe("edited");
  });

  it("ends the wait for a message of one's own that turns out to lie in the history", () => {
    const store = lastPage();
    store.putPending({ clientId: "mine", body: "hello", error: null });
    expect(store.messages).toHaveLength(3);

    store.upsert(message(2, { clientId: "mine" }));

    expect(shownIds(store)).toEqual(["5", "6"]);
  });

  it("takes a message from before its first one, once everything is loaded", () => {
    const store = lastPage();
    store.prepend([message(4)], false);

    expect(store.upsert(message(3))).toBe("inserted");
    expect(shownIds(store)).toEqual(["3", "4", "5", "6"]);
  });

  it("knows of no history any more when what was received is cleared", () => {
    const store = lastPage();
    store.clearReceived();

    expect(store.hasMoreBefore).toBe(false);
  });

  it("shows another conversation's message, although the server's clock had jumped back before it", () => {
    const store = lastPage();

    expect(store.upsert(message(2, { conversation: "78" }))).toBe("inserted");
  });

  it("shows no older message of its own either where another conversation's stands above", () => {
    const store = lastPage();
    store.upsert(message(2, { conversation: "78" }));

    expect(store.upsert(message(3))).toBe("unchanged");
    expect(shownIds(store)).toEqual(["2", "5", "6"]);
  });
});

describe("a page of history with more before it", () => {
  it("takes what was known from before it out of the list: between the two nobody knows what lies", () => {
    const store = new MessageStore("visitor");
    store.upsert(message(1));

    store.prepend([message(5), message(6)], true);

    expect(shownIds(store)).toEqual(["5", "6"]);
  });

  it("and nothing in it does not keep out what comes live", () => {
    const store = new MessageStore("visitor");
    store.prepend([], true);

    expect(store.upsert(message(1))).toBe("inserted");
  });

  it("leaves it there when nothing is before the page", () => {
    const store = new MessageStore("visitor");
    store.upsert(message(1));

    store.prepend([message(5), message(6)], false);

    expect(shownIds(store)).toEqual(["1", "5", "6"]);
  });
});

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
