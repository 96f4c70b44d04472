import { afterEach, describe, expect, test, vi } from "vitest";
import { mount } from "../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

describe("opening by itself", () => {
  afterEach(() => localStorage.clear());

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

  test("happens once a visitor where it is asked for", async () => {
    const first = await mount({ "auto-open": "load", "auto-open-once": "visitor" });
    await vi.dynamicImportSettled();
    await first.clock.advance(0);
    expect(first.chat.isOpen).toBe(true);
    const second = await mount({ "auto-open": "load", "auto-open-once": "visitor" });
    await vi.dynamicImportSettled();
    await second.clock.advance(0);
    expect(second.chat.isOpen).toBe(false);
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
