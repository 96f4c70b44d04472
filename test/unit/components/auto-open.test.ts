import { afterEach, describe, expect, test, vi } from "vitest";
import { mount } from "../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

describe("opening by itself", () => {
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  /** Whether it happens on a page that is loaded now. */
  const happens = async (once: "visitor" | "session") => {
    const element = await mount({ "auto-open": "load", "auto-open-once": once });
    await vi.dynamicImportSettled();
    await element.clock.advance(0);
    return element.chat.isOpen;
  };

  test("happens after the given seconds, and leaves the focus where it is", async () => {
    const element = await mount({ "auto-open": "5" });
    await vi.dynamicImportSettled();
    await element.clock.advance(4999);
    expect(element.chat.isOpen).toBe(false);
    await element.clock.advance(1);
    await element.updateComplete;
    expect(element.chat.isOpen).toBe(true);
    expect(document.activeElement).toBe(document.body);
  });

  test("happens once a visitor where it is asked for, also in a later session", async () => {
    expect(await happens("visitor")).toBe(true);
    expect(await happens("visitor")).toBe(false);
    // The browser is closed and opened again.
    sessionStorage.clear();
    expect(await happens("visitor")).toBe(false);
  });

  test("happens once a session where it is asked for, and anew in the next", async () => {
    expect(await happens("session")).toBe(true);
    expect(await happens("session")).toBe(false);
    sessionStorage.clear();
    expect(await happens("session")).toBe(true);
  });

  test("does not happen to who has opened and closed the chat before", async () => {
    const element = await mount({ "auto-open": "5" });
    element.open();
    element.close();
    await vi.dynamicImportSettled();
    await element.clock.advance(5000);
    expect(element.chat.isOpen).toBe(false);
  });
});
