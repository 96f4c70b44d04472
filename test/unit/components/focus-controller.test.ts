import { afterEach, describe, expect, test, vi } from "vitest";
import { shownMessage, VISITOR } from "../../support/fake-chat.ts";
import { mount, type TestCableChat } from "../../support/mounted-element.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function focused(element: TestCableChat): string | null | undefined {
  return element.shadowRoot?.activeElement?.getAttribute("part");
}

function press(element: TestCableChat, key: string, init: KeyboardEventInit = {}): void {
  const target = element.shadowRoot?.activeElement ?? element.piece("panel");
  target?.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...init }),
  );
}

async function opened(): Promise<TestCableChat> {
  const element = await mount();
  element.open();
  await element.updateComplete;
  return element;
}

describe("the focus", () => {
  test("goes to the input when the visitor opens the chat", async () => {
    expect(focused(await opened())).toBe("input");
  });

  test("goes back to the launcher on Escape", async () => {
    const element = await opened();
    press(element, "Escape");
    await element.updateComplete;
    expect(element.isOpen).toBe(false);
    expect(focused(element)).toBe("launcher");
  });

  test("Escape that ends an input method's word does not close the chat", async () => {
    const element = await opened();
    press(element, "Escape", { isComposing: true });
    expect(element.isOpen).toBe(true);
  });

  test("goes back to what opened the chat where there is no launcher", async () => {
    const button = document.createElement("button");
    document.body.append(button);
    const element = await mount({ "hide-launcher": "" });
    button.focus();
    element.open();
    await element.updateComplete;
    press(element, "Escape");
    await element.updateComplete;
    expect(document.activeElement).toBe(button);
  });

  test("goes on from the list when the button that had it has gone", async () => {
    const element = await opened();
    const failed = { id: null, clientId: "c1", createdAt: null, delivery: "failed" } as const;
    element.chat.set({ messages: [shownMessage("c1", { ...failed, author: VISITOR })] });
    await element.updateComplete;
    element.piece("delete")?.focus();
    element.chat.set({ messages: [] });
    await element.updateComplete;
    expect(focused(element)).toBe("messages");
  });

  test("is left alone by a close while it is elsewhere on the page", async () => {
    const element = await opened();
    const field = document.createElement("input");
    document.body.append(field);
    field.focus();
    element.close();
    await element.updateComplete;
    expect(document.activeElement).toBe(field);
  });

  test("is not taken by a chat that stands open in the mark-up", async () => {
    const element = await mount({ open: "" });
    expect(focused(element)).toBeUndefined();
  });

  test("goes round in a panel that fills the screen, which is modal then", async () => {
    vi.stubGlobal("matchMedia", () => ({ matches: true }));
    const element = await opened();
    expect(element.piece("panel")?.getAttribute("aria-modal")).toBe("true");
    press(element, "Tab");
    expect(focused(element)).toBe("close");
    press(element, "Tab", { shiftKey: true });
    expect(focused(element)).toBe("input");
  });

  test("is not held in a panel beside the page", async () => {
    const element = await opened();
    expect(element.piece("panel")?.getAttribute("aria-modal")).toBe("false");
    press(element, "Tab");
    expect(focused(element)).toBe("input");
  });
});
