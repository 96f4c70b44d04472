import { afterEach, describe, expect, test } from "vitest";
import { mount, type TestCableChat } from "../../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

function input(element: TestCableChat): HTMLTextAreaElement {
  return element.piece<HTMLTextAreaElement>("input") as HTMLTextAreaElement;
}

async function type(element: TestCableChat, text: string): Promise<void> {
  input(element).value = text;
  input(element).dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  await element.updateComplete;
}

function press(element: TestCableChat, init: KeyboardEventInit & { keyCode?: number }): KeyboardEvent {
  const event = new KeyboardEvent("keydown", {
    key: "Enter",
    bubbles: true,
    cancelable: true,
    composed: true,
    ...init,
  });
  if (init.keyCode !== undefined) Object.defineProperty(event, "keyCode", { value: init.keyCode });
  input(element).dispatchEvent(event);
  return event;
}

function sent(element: TestCableChat): unknown[] {
  return element.chat.calls.filter(([name]) => name === "send").map(([, text]) => text);
}

describe("the composer", () => {
  test("Enter sends, empties the field and keeps the focus", async () => {
    const element = await mount();
    element.open();
    await element.updateComplete;
    await type(element, "Hello");
    const event = press(element, {});
    await element.updateComplete;
    expect(sent(element)).toEqual(["Hello"]);
    expect(event.defaultPrevented).toBe(true);
    expect(input(element).value).toBe("");
    expect(element.shadowRoot?.activeElement).toBe(input(element));
  });

  test.each([{ shiftKey: true }, { isComposing: true }, { keyCode: 229 }, { altKey: true }])(
    "Enter with %j does not send",
    async (init) => {
      const element = await mount({ open: "" });
      await type(element, "Hel");
      expect(press(element, init).defaultPrevented).toBe(false);
      expect(sent(element)).toEqual([]);
    },
  );

  test("the button sends, and the focus stays with the field", async () => {
    const element = await mount({ open: "" });
    await type(element, "Hello");
    element.piece("send")?.click();
    await element.updateComplete;
    expect(sent(element)).toEqual(["Hello"]);
    expect(element.shadowRoot?.activeElement).toBe(input(element));
  });

  test.each(["", "  \n "])("%j cannot be sent", async (text) => {
    const element = await mount({ open: "" });
    await type(element, text);
    press(element, {});
    expect(element.piece<HTMLButtonElement>("send")?.disabled).toBe(true);
    expect(sent(element)).toEqual([]);
  });

  test("a text over 10,000 characters says so, and stays", async () => {
    const element = await mount({ open: "" });
    await type(element, "x".repeat(10_001));
    press(element, {});
    await element.updateComplete;
    expect(sent(element)).toEqual([]);
    expect(element.piece("note")?.textContent).toContain("10,001 of 10,000");
    expect(input(element).getAttribute("aria-invalid")).toBe("true");
    expect(input(element).value).toHaveLength(10_001);
  });

  test("an emoji is one character", async () => {
    const element = await mount({ open: "" });
    await type(element, "😀".repeat(10_000));
    press(element, {});
    expect(sent(element)).toHaveLength(1);
  });

  test("near the limit it tells how long the text is", async () => {
    const element = await mount({ open: "" });
    await type(element, "x".repeat(9_600));
    expect(element.piece("note")?.textContent).toBe("9,600 of 10,000");
  });

  test("what is being written survives closing and opening", async () => {
    const element = await mount({ open: "" });
    await type(element, "half a thou");
    element.close();
    await element.updateComplete;
    element.open();
    await element.updateComplete;
    expect(input(element).value).toBe("half a thou");
  });

  test("a message sent by the site takes nothing from what is being written", async () => {
    const element = await mount({ open: "" });
    element.prefill("Hello");
    await element.updateComplete;
    await type(element, "Hello, I am writing");
    element.chat.set({ draft: "" });
    await element.updateComplete;
    expect(input(element).value).toBe("Hello, I am writing");
  });

  test("prefill() fills the field", async () => {
    const element = await mount({ open: "" });
    element.prefill("I have a question about ");
    await element.updateComplete;
    expect(input(element).value).toBe("I have a question about ");
  });

  test("signing out empties the field", async () => {
    const element = await mount({ open: "" });
    await type(element, "secret");
    await element.reset();
    element.chat.set({});
    await element.updateComplete;
    expect(input(element).value).toBe("");
  });

  test("typing is told to the chat", async () => {
    const element = await mount({ open: "" });
    await type(element, "H");
    expect(element.chat.calls).toContainEqual(["notifyTyping"]);
  });
});
