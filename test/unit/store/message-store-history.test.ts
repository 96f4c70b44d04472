import { describe, expect, it } from "vitest";
import { MessageStore } from "../../../src/store/message-store.ts";
import { message } from "../../support/messages.ts";
import { shownIds } from "../../support/shown-ids.ts";

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
