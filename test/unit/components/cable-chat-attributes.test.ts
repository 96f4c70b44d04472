import { afterEach, describe, expect, test, vi } from "vitest";
import { createElement, hear, mount } from "../../support/mounted-element.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("the attributes", () => {
  test("become the options of the chat", async () => {
    const element = await mount({
      channel: "Cablechat::WebchatChannel",
      cable: "wss://c.example/cable",
      "reconnect-delay": "200",
    });
    expect(element.options).toMatchObject([
      {
        endpoint: "https://app.example.com/cablechat",
        webchat: "acme",
        cable: "wss://c.example/cable",
        channel: "Cablechat::WebchatChannel",
        reconnectDelayMs: 200,
        maxReconnectDelayMs: 30_000,
        storage: "local",
      },
    ]);
  });

  test("a function for the cable's URL reaches the chat", async () => {
    const element = createElement();
    const cable = () => "wss://c.example/cable?token=1";
    element.cable = cable;
    document.body.append(element);
    await element.updateComplete;
    expect(element.options[0]?.cable).toBe(cable);
  });

  test.each(["endpoint", "webchat"])("without %s nothing stands on the page, and it is told why", async (name) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const element = createElement({ [name]: null });
    const errors = hear(element, "error");
    document.body.append(element);
    await element.updateComplete;
    expect(element.chats).toEqual([]);
    expect(element.piece("launcher")?.hidden).toBe(true);
    expect(element.piece("panel")).toBeNull();
    expect(log).toHaveBeenCalledWith(expect.stringContaining(`"${name}"`));
    expect(errors).toEqual([{ error: expect.objectContaining({ code: "invalid_configuration" }) }]);
  });

  test("the widget appears once the missing attribute is set", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const element = await mount({ webchat: null });
    element.setAttribute("webchat", "acme");
    await element.updateComplete;
    expect(element.piece("launcher")?.hidden).toBe(false);
  });

  test("a wrong optional one is told once, and its default is used", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const element = await mount({ position: "middle" });
    element.open();
    await element.updateComplete;
    expect(element.piece("panel")).not.toBeNull();
    await vi.dynamicImportSettled();
    expect(log.mock.calls).toEqual([[expect.stringContaining("middle")]]);
  });

  test("another webchat makes another chat and ends the first", async () => {
    const element = await mount();
    const [first] = element.chats;
    element.webchat = "other";
    await element.updateComplete;
    expect(first?.destroyed).toBe(true);
    expect(element.options.at(-1)?.webchat).toBe("other");
  });

  test("another theme leaves the chat alone", async () => {
    const element = await mount();
    element.theme = "dark";
    await element.updateComplete;
    expect(element.chats).toHaveLength(1);
    expect(element.getAttribute("theme")).toBe("dark");
  });

  test("another storage moves the session and keeps the chat", async () => {
    const element = await mount({ storage: "none" });
    element.setStorage("local");
    expect(element.chat.calls).toContainEqual(["setStorage", "local"]);
    expect(element.chats).toHaveLength(1);
  });

  test("a default is not written onto the page", async () => {
    expect((await mount()).getAttributeNames()).toEqual(["endpoint", "webchat"]);
  });
});
