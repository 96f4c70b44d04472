import { afterEach, describe, expect, test } from "vitest";
import { CableChat } from "../../../src/components/cable-chat.ts";
import { shownMessage } from "../../support/fake-chat.ts";
import { createElement, hear, mount } from "../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

describe("open and closed", () => {
  test("open() opens the chat, reflects in the attribute and says so", async () => {
    const element = await mount();
    const opened = hear(element, "open");
    element.open();
    await element.updateComplete;
    expect(element.chat.isOpen).toBe(true);
    expect(element.hasAttribute("open")).toBe(true);
    expect(element.piece("panel")?.getAttribute("role")).toBe("dialog");
    expect(opened).toHaveLength(1);
  });

  test("the attribute opens and closes", async () => {
    const element = await mount({ open: "" });
    expect(element.chat.isOpen).toBe(true);
    element.removeAttribute("open");
    await element.updateComplete;
    expect(element.chat.isOpen).toBe(false);
    expect(element.piece("panel")).toBeNull();
  });

  test("open() before the element is on the page opens it there", async () => {
    const element = createElement();
    element.open();
    document.body.append(element);
    await element.updateComplete;
    expect(element.chat.isOpen).toBe(true);
  });

  test("the launcher toggles", async () => {
    const element = await mount();
    element.piece("launcher")?.click();
    await element.updateComplete;
    expect(element.isOpen).toBe(true);
    element.piece("launcher")?.click();
    await element.updateComplete;
    expect(element.isOpen).toBe(false);
  });

  test("an inline chat is open, has no launcher, and close() does not close it", async () => {
    const element = await mount({ position: "inline" });
    expect(element.piece("panel")?.getAttribute("role")).toBe("region");
    expect(element.piece("launcher")?.hidden).toBe(true);
    expect(element.piece("close")).toBeNull();
    element.close();
    await element.updateComplete;
    expect(element.piece("panel")).not.toBeNull();
    expect(element.isOpen).toBe(true);
  });

  test("hideLauncher() and showLauncher() do", async () => {
    const element = await mount();
    element.hideLauncher();
    await element.updateComplete;
    expect(element.piece("launcher")?.hidden).toBe(true);
    element.showLauncher();
    await element.updateComplete;
    expect(element.piece("launcher")?.hidden).toBe(false);
  });

  test("nobody's mark-up is drawn while the chat is closed", async () => {
    const element = await mount();
    element.chat.set({ messages: [shownMessage("1")] });
    await element.updateComplete;
    expect(element.pieces("message")).toEqual([]);
  });
});

describe("the life of the element", () => {
  test("a move within the document keeps the chat", async () => {
    const element = await mount();
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(element.chats).toHaveLength(1);
    expect(element.chat.destroyed).toBe(false);
  });

  test("removing it ends the chat, also through destroy()", async () => {
    const element = await mount();
    element.destroy();
    await Promise.resolve();
    expect(element.isConnected).toBe(false);
    expect(element.chat.destroyed).toBe(true);
  });

  test("a removed one begins anew when it comes back", async () => {
    const element = await mount();
    element.remove();
    await Promise.resolve();
    document.body.append(element);
    await element.updateComplete;
    expect(element.chats).toHaveLength(2);
    expect(element.chat.destroyed).toBe(false);
  });

  test("ten times on and off the page leave no timer", async () => {
    const element = createElement({ "auto-open": "30" });
    for (let round = 0; round < 10; round++) {
      document.body.append(element);
      await element.updateComplete;
      element.open();
      element.chat.set({ connection: { state: "offline" } });
      await element.updateComplete;
      element.remove();
      await Promise.resolve();
    }
    expect(element.clock.pending).toBe(0);
  });

  test("defining it twice is harmless", () => {
    CableChat.define("twice-cable-chat");
    expect(() => CableChat.define("twice-cable-chat")).not.toThrow();
  });
});
