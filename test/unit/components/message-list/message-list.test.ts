import { afterEach, describe, expect, test, vi } from "vitest";
import { ANA, shownMessage, VISITOR, WEBCHAT } from "../../../support/fake-chat.ts";
import { mount } from "../../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

function many(from: number, to: number) {
  return Array.from({ length: to - from }, (_, index) => shownMessage(String(from + index)));
}

/** Messages that tell whenever they are rendered. */
function watched(from: number, to: number, rendered: (id: string) => void) {
  return many(from, to).map((message) =>
    Object.defineProperty({ ...message }, "body", {
      get: () => {
        rendered(message.id ?? "");
        return "text";
      },
    }),
  );
}

describe("the list", () => {
  test("is a log with a name, in the order of the chat", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ messages: many(0, 3) });
    await element.updateComplete;
    expect(element.piece("messages")?.getAttribute("role")).toBe("log");
    expect(element.piece("messages")?.getAttribute("aria-label")).toBe("Messages");
    expect(element.pieces("message").map(({ dataset }) => dataset["messageId"])).toEqual(["0", "1", "2"]);
  });

  test("a bubble keeps its node from pending to sent, so that nothing flickers", async () => {
    const element = await mount({ open: "" });
    const clientId = element.send("Hello");
    await element.updateComplete;
    const pending = element.piece("bubble");
    const sent = { id: "812", clientId, author: VISITOR, body: "Hello", delivery: "sent" } as const;
    element.chat.set({ messages: [shownMessage(clientId, sent)] });
    await element.updateComplete;
    expect(element.piece("bubble")).toBe(pending);
    expect(element.piece("message")?.dataset["messageId"]).toBe("812");
  });

  test("a change of one message in a thousand renders no other row", async () => {
    const element = await mount({ open: "" });
    const rendered = vi.fn<(id: string) => void>();
    const messages = watched(0, 1000, rendered);
    element.chat.set({ messages });
    await element.updateComplete;
    rendered.mockClear();
    element.chat.set({ messages: [...messages.slice(0, 500), ...watched(500, 501, rendered), ...messages.slice(501)] });
    await element.updateComplete;
    expect(rendered.mock.calls).toEqual([["500"]]);
  });

  test("a message that arrives renders itself and its neighbour, and none of the thousand above", async () => {
    const element = await mount({ open: "" });
    const rendered = vi.fn<(id: string) => void>();
    const messages = watched(0, 1001, rendered);
    element.chat.set({ messages: messages.slice(0, 1000) });
    await element.updateComplete;
    rendered.mockClear();
    element.chat.set({ messages });
    await element.updateComplete;
    expect(rendered.mock.calls).toEqual([["999"], ["1000"]]);
  });

  test("a word put into the composer renders no row", async () => {
    const element = await mount({ open: "" });
    const rendered = vi.fn<(id: string) => void>();
    element.chat.set({ messages: watched(0, 10, rendered) });
    await element.updateComplete;
    rendered.mockClear();
    element.prefill("H");
    await element.updateComplete;
    expect(rendered).not.toHaveBeenCalled();
  });

  test("greets, and stops greeting where there is older to load", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ webchat: { ...WEBCHAT, greeting: "Hi there" } });
    await element.updateComplete;
    expect(element.piece("greeting")?.textContent).toContain("Hi there");
    element.chat.set({ messages: [shownMessage("1")], hasMoreBefore: true });
    await element.updateComplete;
    expect(element.piece("greeting")).toBeNull();
  });

  test("without a greeting an empty conversation says what to do", async () => {
    const element = await mount({ open: "" });
    expect(element.piece("empty")?.textContent).toContain("How can we help?");
  });

  test("before the settings are here it says that it is loading", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ webchat: null });
    await element.updateComplete;
    expect(element.piece("loading")?.textContent).toContain("Loading");
  });

  test("older messages are not read out as news", async () => {
    const element = await mount({ open: "" });
    expect(element.piece("messages")?.getAttribute("aria-live")).toBe("polite");
    element.chat.set({ loadingOlder: true });
    await element.updateComplete;
    expect(element.piece("messages")?.getAttribute("aria-live")).toBe("off");
  });

  test("a failed load of older messages waits for a press, and is not repeated by itself", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ messages: many(10, 20), hasMoreBefore: true });
    const loads = () => element.chat.calls.filter(([name]) => name === "loadOlder").length;
    const button = await vi.waitUntil(() => element.piece("load-older"));
    expect(loads()).toBe(1);
    element.chat.older = async () => element.chat.set({ messages: many(0, 20), hasMoreBefore: false });
    button.click();
    await vi.waitUntil(() => element.pieces("message").length === 20);
    expect(loads()).toBe(2);
  });

  test("tells who is typing", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ typing: [ANA] });
    await element.updateComplete;
    await vi.dynamicImportSettled();
    await element.updateComplete;
    expect(element.piece("typing")?.textContent).toContain("Ana Lima is typing");
  });
});
