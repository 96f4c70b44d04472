import { afterEach, describe, expect, test } from "vitest";
import { BANNER_DELAY_MS } from "../../../../src/components/banner/banner-controller.ts";
import { CablechatError } from "../../../../src/core/errors.ts";
import { mount, type TestCableChat } from "../../../support/mounted-element.ts";

afterEach(() => document.body.replaceChildren());

function shines(element: TestCableChat): boolean | undefined {
  return element.piece("availability")?.classList.contains("online");
}

describe("the header", () => {
  test("says that the team is there, with a dot that shines", async () => {
    const element = await mount({ open: "" });
    expect(element.piece("availability")?.textContent).toBe("Our team is online");
    expect(shines(element)).toBe(true);
  });

  test("has no shining dot while the banner tells of the connection's trouble", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ connection: { state: "reconnecting", attempt: 1, retryInMs: 500 } });
    await element.updateComplete;
    expect(shines(element)).toBe(true);
    await element.clock.advance(BANNER_DELAY_MS);
    await element.updateComplete;
    expect(element.piece("banner")?.textContent).not.toBe("");
    expect(shines(element)).toBe(false);
    element.chat.set({ connection: { state: "connected", caughtUp: true } });
    await element.updateComplete;
    expect(shines(element)).toBe(true);
  });

  test("has no shining dot while the backend cannot be reached", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ problem: new CablechatError("network", "down") });
    await element.updateComplete;
    expect(shines(element)).toBe(false);
  });
});
