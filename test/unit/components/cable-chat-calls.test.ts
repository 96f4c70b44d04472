import { afterEach, describe, expect, test, vi } from "vitest";
import { shownMessage } from "../../support/fake-chat.ts";
import { createElement, hear, mount } from "../../support/mounted-element.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("events and calls", () => {
  test("ready comes once the widget stands on the page, and not again after a move", async () => {
    const element = createElement();
    const ready = hear(element, "ready");
    document.body.append(element);
    await element.updateComplete;
    document.body.prepend(element);
    await element.updateComplete;
    expect(ready).toEqual([{}]);
  });

  test("what the chat tells comes as an event of the element, and through on()", async () => {
    const element = await mount();
    const heard = hear(element, "message");
    const listener = vi.fn();
    const stop = element.on("message", listener);
    const message = shownMessage("1");
    element.chat.emit("message", { message });
    stop();
    element.chat.emit("message", { message });
    expect(heard).toEqual([{ message }, { message }]);
    expect(listener.mock.calls).toEqual([[{ message }]]);
  });

  test("send() may be called in the very moment the element is put on the page", () => {
    const element = createElement();
    document.body.append(element);
    expect(element.send("Hello")).toBe("client-1");
  });

  test("send() outside a document is an error that says so", () => {
    expect(() => createElement().send("Hello")).toThrow(expect.objectContaining({ code: "destroyed" }));
  });

  test("send() with a required attribute missing is an error that says so", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const element = await mount({ endpoint: null });
    expect(() => element.send("Hello")).toThrow(expect.objectContaining({ code: "invalid_configuration" }));
  });

  test("identify(), setAttributes() and reset() reach the chat", async () => {
    const element = await mount();
    await element.identify({ identifier: "42", hash: "f00" });
    await element.setAttributes({ plan: "pro" });
    await element.reset();
    expect(element.chat.calls.slice(1)).toEqual([
      ["identify", { identifier: "42", hash: "f00" }],
      ["setAttributes", { plan: "pro" }],
      ["reset"],
    ]);
  });

  test("cancel() reaches the chat", async () => {
    const element = await mount();
    await element.cancel("812");
    expect(element.chat.calls.at(-1)).toEqual(["cancel", "812"]);
  });

  test("the properties are the chat's", async () => {
    const element = await mount();
    element.chat.set({ messages: [shownMessage("1")], unreadCount: 1, connection: { state: "polling" } });
    expect(element.messages).toBe(element.chat.messages);
    expect(element.unreadCount).toBe(1);
    expect(element.connection).toEqual({ state: "polling" });
    expect(element.conversation).toBeNull();
  });
});
