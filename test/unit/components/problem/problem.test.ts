import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CablechatError } from "../../../../src/core/errors.ts";
import { shownMessage } from "../../../support/fake-chat.ts";
import { mount } from "../../../support/mounted-element.ts";

let logged: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("a problem", () => {
  test.each([
    ["unknown_webchat", "not set up for this website"],
    ["origin_not_allowed", "not set up for this website"],
    ["network", "check your connection"],
    ["subscription_rejected", "has refused the connection"],
    ["connection_refused", "has refused the connection"],
    ["not_json", "went wrong on our side"],
  ] as const)("%s is told in the visitor's words", async (code, words) => {
    const element = await mount({ open: "" });
    element.chat.set({ webchat: null, problem: new CablechatError(code, "HTTP 404 for /webchats/acme") });
    await element.updateComplete;
    await vi.dynamicImportSettled();
    await element.updateComplete;
    expect(element.piece("problem")?.textContent).toContain(words);
    expect(element.piece("problem")?.textContent).not.toContain("404");
  });

  test("is told to the developer in the console, once however often it is drawn", async () => {
    const element = await mount({ open: "" });
    const problem = new CablechatError("not_json", "No JSON: wrong mount point?");
    element.chat.set({ webchat: null, problem });
    await element.updateComplete;
    await vi.dynamicImportSettled();
    await element.updateComplete;
    element.chat.set({ problem });
    await element.updateComplete;
    expect(logged.mock.calls).toEqual([["[cablechat]", problem]]);
  });

  test("can be tried again", async () => {
    const element = await mount({ open: "" });
    const [first] = element.chats;
    first?.set({ webchat: null, problem: new CablechatError("network", "down") });
    await element.updateComplete;
    element.piece("problem")?.querySelector("button")?.click();
    await element.updateComplete;
    expect(first?.destroyed).toBe(true);
    expect(element.chat.isOpen).toBe(true);
  });

  test("does not take the messages away", async () => {
    const element = await mount({ open: "" });
    element.chat.set({ messages: [shownMessage("1")], problem: new CablechatError("network", "down") });
    await element.updateComplete;
    await vi.dynamicImportSettled();
    await element.updateComplete;
    expect(element.pieces("message")).toHaveLength(1);
    expect(element.piece("banner")?.textContent).toContain("check your connection");
  });
});
