import { afterEach, describe, expect, test } from "vitest";
import { CablechatError } from "../../../../src/core/errors.ts";
import type { ShownMessage } from "../../../../src/core/message.ts";
import { shownMessage, VISITOR } from "../../../support/fake-chat.ts";
import { mount } from "../../../support/mounted-element.ts";

const MINE = { author: VISITOR, clientId: "c1" } as const;

afterEach(() => document.body.replaceChildren());

async function show(message: ShownMessage) {
  const element = await mount({ open: "" });
  element.chat.set({ messages: [message] });
  await element.updateComplete;
  const row = element.piece("message") as HTMLElement;
  return { element, row, bubble: row.querySelector('[part="bubble"]') as HTMLElement };
}

describe("a message", () => {
  test.each([
    [{ ...MINE, id: null, createdAt: null, delivery: "pending" }, "pending"],
    [{ ...MINE, delivery: "sent" }, "sent"],
    [{ ...MINE, id: null, createdAt: null, delivery: "failed" }, "failed"],
    [{ ...MINE, delivery: "sent", state: "deleted" }, "deleted"],
    [{ state: "complete" }, "complete"],
    [{ state: "streaming" }, "streaming"],
    [{ state: "cancelled" }, "cancelled"],
    [{ state: "failed" }, "failed"],
    [{ state: "deleted" }, "deleted"],
  ] as const)("%j says so in data-state: %s", async (more, state) => {
    expect((await show(shownMessage("1", more))).row.dataset["state"]).toBe(state);
  });

  test("carries the backend's id once it has one, and the visitor's own", async () => {
    const { row } = await show(shownMessage("812", { ...MINE, delivery: "sent" }));
    expect(row.dataset["messageId"]).toBe("812");
    expect(row.dataset["clientId"]).toBe("c1");
    const pending = await show(shownMessage("c1", { ...MINE, id: null, createdAt: null, delivery: "pending" }));
    expect(pending.row.hasAttribute("data-message-id")).toBe(false);
  });

  test("keeps its line breaks and adds no space of its own", async () => {
    const { bubble } = await show(shownMessage("1", { body: "one\n  two" }));
    expect(bubble.textContent).toBe("one\n  two");
  });

  test("an attacker's markup is text", async () => {
    const { bubble } = await show(shownMessage("1", { body: "<img src=x onerror=alert(1)>" }));
    expect(bubble.children).toHaveLength(0);
    expect(bubble.textContent).toBe("<img src=x onerror=alert(1)>");
  });

  test("an attacker's attachment with a script for an address is no link", async () => {
    const attachment = { id: "1", name: "a.png", contentType: "image/png", sizeBytes: 1, width: null, height: null };
    const { bubble } = await show(
      shownMessage("1", { body: "", attachments: [{ ...attachment, url: "javascript:alert(1)" }] }),
    );
    expect(bubble.querySelector("a")).toBeNull();
    expect(bubble.textContent).toBe("a.png");
  });

  test("a deleted one is told, not shown", async () => {
    const { bubble } = await show(shownMessage("1", { state: "deleted", body: "secret" }));
    expect(bubble.textContent).toBe("Message deleted");
  });

  test("one still being written is not read out until it is whole", async () => {
    const { bubble, element } = await show(shownMessage("1", { state: "streaming", body: "Well" }));
    expect(bubble.getAttribute("aria-busy")).toBe("true");
    element.chat.set({ messages: [shownMessage("1", { body: "Well done" })] });
    await element.updateComplete;
    expect(bubble.getAttribute("aria-busy")).toBe("false");
    expect(bubble.textContent).toBe("Well done");
  });

  test("a screen reader hears who has written it", async () => {
    expect((await show(shownMessage("1"))).row.textContent).toContain("Ana Lima");
    expect((await show(shownMessage("2", { ...MINE, delivery: "sent" }))).row.textContent).toContain("You: ");
  });

  test("one that was not sent tells the server's reason, and offers retry and delete", async () => {
    const error = new CablechatError("invalid", "The <b>shop</b> is closed.");
    const { element } = await show(
      shownMessage("c1", { ...MINE, id: null, createdAt: null, delivery: "failed", error, body: "Hi" }),
    );
    expect(element.piece("status")?.textContent).toContain("Not sent. The <b>shop</b> is closed.");
    element.piece("retry")?.click();
    element.piece("delete")?.click();
    expect(element.chat.calls.slice(-2)).toEqual([
      ["retry", "c1"],
      ["discard", "c1"],
    ]);
  });

  test("one that streams can be stopped, by a button that says what it stops", async () => {
    const { element } = await show(shownMessage("812", { state: "streaming", body: "Well" }));
    const stop = element.piece("cancel");
    expect(stop?.textContent?.trim()).toBe("Stop");
    expect(stop?.getAttribute("aria-label")).toBe("Stop the reply of Ana Lima");
    stop?.click();
    expect(element.chat.calls.at(-1)).toEqual(["cancel", "812"]);
  });

  test("every one that streams has the button, not only the last of a group", async () => {
    const { element } = await show(shownMessage("1", { state: "streaming" }));
    element.chat.set({ messages: ["1", "2"].map((id) => shownMessage(id, { state: "streaming" })) });
    await element.updateComplete;
    expect(element.pieces("cancel")).toHaveLength(2);
  });

  test("while it is being stopped, the same button says so and keeps the focus", async () => {
    const { element } = await show(shownMessage("812", { state: "streaming" }));
    const stop = element.piece("cancel");
    stop?.focus();
    element.chat.set({ messages: [shownMessage("812", { state: "streaming", stopping: true })] });
    await element.updateComplete;
    expect(stop?.textContent?.trim()).toBe("Stopping…");
    expect(stop?.hasAttribute("aria-label")).toBe(false);
    expect(element.shadowRoot?.activeElement).toBe(stop);
  });

  test.each(["complete", "cancelled", "failed"] as const)(
    "one that is %s has no such button, and the focus that was on it is on the list",
    async (state) => {
      const { element } = await show(shownMessage("812", { state: "streaming" }));
      element.piece("cancel")?.focus();
      element.chat.set({ messages: [shownMessage("812", { state })] });
      await element.updateComplete;
      expect(element.piece("cancel")).toBeNull();
      expect(element.shadowRoot?.activeElement).toBe(element.piece("messages"));
    },
  );

  test("pending and sent are told in words", async () => {
    const { element } = await show(shownMessage("c1", { ...MINE, id: null, createdAt: null, delivery: "pending" }));
    expect(element.piece("status")?.textContent).toContain("Sending");
    element.chat.set({ messages: [shownMessage("c1", { ...MINE, id: "9", delivery: "sent" })] });
    await element.updateComplete;
    expect(element.piece("status")?.textContent).toContain("Sent");
  });
});
