import { afterEach, describe, expect, test } from "vitest";
import { BANNER_DELAY_MS } from "../../../../src/components/banner/banner-controller.ts";
import type { ConnectionStatus } from "../../../../src/core/connection-status.ts";
import { shownMessage, VISITOR } from "../../../support/fake-chat.ts";
import { mount, type TestCableChat } from "../../../support/mounted-element.ts";

const RECONNECTING: ConnectionStatus = { state: "reconnecting", attempt: 1, retryInMs: 500 };

afterEach(() => document.body.replaceChildren());

async function tell(element: TestCableChat, connection: ConnectionStatus): Promise<void> {
  element.chat.set({ connection });
  await element.updateComplete;
}

async function wait(element: TestCableChat, ms: number): Promise<void> {
  await element.clock.advance(ms);
  await element.updateComplete;
}

function text(element: TestCableChat): string | undefined {
  return element.piece("banner")?.textContent ?? undefined;
}

describe("the banner", () => {
  test.each([
    [RECONNECTING, "Reconnecting…"],
    [{ state: "offline" }, "You are offline. Your messages are sent when you are back."],
    [{ state: "connecting" }, "Connecting…"],
  ] as const)("tells %j once it has lasted", async (status, words) => {
    const element = await mount({ open: "" });
    await tell(element, status);
    await wait(element, BANNER_DELAY_MS - 1);
    expect(text(element)).toBe("");
    await wait(element, 1);
    expect(text(element)).toBe(words);
  });

  test("a drop that is over within a second is never told", async () => {
    const element = await mount({ open: "" });
    await tell(element, RECONNECTING);
    await wait(element, 500);
    await tell(element, { state: "connected", caughtUp: false });
    await wait(element, 5000);
    expect(text(element)).toBe("");
    expect(element.clock.pending).toBe(0);
  });

  test("one trouble after another counts as one", async () => {
    const element = await mount({ open: "" });
    await tell(element, RECONNECTING);
    await wait(element, 600);
    await tell(element, { state: "offline" });
    await wait(element, 400);
    expect(text(element)).toContain("offline");
  });

  test("goes as soon as the connection is back", async () => {
    const element = await mount({ open: "" });
    await tell(element, RECONNECTING);
    await wait(element, BANNER_DELAY_MS);
    await tell(element, { state: "connected", caughtUp: true });
    expect(text(element)).toBe("");
  });

  test("polling works, and so is no trouble", async () => {
    const element = await mount({ open: "" });
    await tell(element, { state: "polling" });
    await wait(element, 60_000);
    expect(text(element)).toBe("");
  });

  test("says that an earlier conversation has ended, until something is written", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ ended: true, messages: [shownMessage("1")] });
    await element.updateComplete;
    expect(text(element)).toBe("Your conversation has ended. What you write starts a new one.");
    element.chat.set({ ended: false });
    await element.updateComplete;
    expect(text(element)).toBe("");
  });

  test("stands in the document before it has anything to say, or it would not be read out", async () => {
    const element = await mount({ open: "" });
    expect(element.piece("banner")?.getAttribute("role")).toBe("status");
  });

  test("warns who would lose an unsent message, where the browser keeps nothing", async () => {
    const element = await mount({ open: "" });
    const pending = shownMessage("c1", { author: VISITOR, delivery: "pending", id: null, createdAt: null });
    element.chat.set({ memoryOnly: true });
    await element.updateComplete;
    expect(text(element)).toBe("");
    element.chat.set({ messages: [pending] });
    await element.updateComplete;
    expect(text(element)).toContain("stay on this page");
  });

  test("warns them also while they are offline, when they are likely to load the page anew", async () => {
    const element = await mount({ open: "" });
    const pending = shownMessage("c1", { author: VISITOR, delivery: "pending", id: null, createdAt: null });
    element.chat.set({ memoryOnly: true, messages: [pending] });
    await tell(element, { state: "offline" });
    await wait(element, BANNER_DELAY_MS);
    expect(text(element)).toMatch(/^You are offline\. .* stay on this page/);
  });
});
