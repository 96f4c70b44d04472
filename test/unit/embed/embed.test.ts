import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { storageKey } from "../../../src/core/storage-key.ts";
import { embed } from "../../../src/embed/embed.ts";

type Host = HTMLElement & Record<string, (...args: unknown[]) => unknown>;

const load = vi.fn<() => Promise<void>>();

function script(attributes: Record<string, string> = { endpoint: "https://a.example/cablechat", webchat: "acme" }) {
  const element = document.createElement("script");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(`data-${name}`, value);
  document.head.append(element);
  return element;
}

function hosts(): Host[] {
  return [...document.querySelectorAll<Host>("cable-chat")];
}

function launcher(): HTMLElement | null | undefined {
  return hosts()[0]?.shadowRoot?.querySelector<HTMLElement>('[part="launcher"]');
}

beforeEach(() => {
  load.mockReset();
  load.mockReturnValue(new Promise(() => undefined));
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const element of document.querySelectorAll("cable-chat, script")) element.remove();
  delete (window as { cablechat?: unknown }).cablechat;
  localStorage.clear();
  sessionStorage.clear();
});

describe("a script tag", () => {
  test("puts a launcher on the page and fetches nothing", () => {
    embed(script(), load);
    expect(launcher()?.hidden).toBe(false);
    expect(hosts()[0]?.getAttribute("webchat")).toBe("acme");
    expect(load).not.toHaveBeenCalled();
  });

  test("stands beside the body, so that what replaces the body leaves it alone", () => {
    embed(script(), load);
    expect(hosts()[0]?.parentElement).toBe(document.documentElement);
  });

  test("a second tag for the same webchat adds nothing, one for another does", () => {
    embed(script(), load);
    embed(script(), load);
    expect(hosts()).toHaveLength(1);
    embed(script({ endpoint: "https://a.example/cablechat", webchat: "other" }), load);
    expect(hosts()).toHaveLength(2);
  });

  test.each(["endpoint", "webchat"])("without %s nothing stands on the page, and the tag says why", (name) => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const errors: unknown[] = [];
    const tag = script({ endpoint: "https://a.example/cablechat", webchat: "acme", [name]: "" });
    tag.addEventListener("cablechat:error", (event) => errors.push((event as CustomEvent).detail.error.code));
    embed(tag, load);
    expect(hosts()).toEqual([]);
    expect(log).toHaveBeenCalledWith(expect.stringContaining(`"${name}"`));
    expect(errors).toEqual(["invalid_configuration"]);
  });

  test("takes care of an element that already stands on the page", () => {
    const element = document.createElement("cable-chat");
    element.setAttribute("endpoint", "https://a.example/cablechat");
    element.setAttribute("webchat", "acme");
    document.body.append(element);
    embed(script({}), load);
    expect(hosts()).toEqual([element]);
    expect(launcher()).not.toBeNull();
  });

  test("says ready once, after what the page has queued", () => {
    const order: string[] = [];
    document.addEventListener("cablechat:ready", () => order.push("event"), { once: true });
    const queued = (chat: Host) => {
      order.push("command");
      chat["on"]?.("ready", () => order.push("listener"));
    };
    Object.assign(window, { cablechat: [queued] });
    embed(script(), load);
    expect(order).toEqual(["command", "listener", "event"]);
  });
});

describe("the panel is fetched", () => {
  test("when the launcher is pressed, and the launcher says that it is busy", () => {
    embed(script(), load);
    launcher()?.click();
    expect(load).toHaveBeenCalledTimes(1);
    expect(launcher()?.ariaBusy).toBe("true");
  });

  test("when the pointer comes near, without a word", () => {
    embed(script(), load);
    launcher()?.dispatchEvent(new Event("pointerenter"));
    expect(load).toHaveBeenCalledTimes(1);
    expect(launcher()?.ariaBusy).toBe("false");
  });

  test.each([{ open: "" }, { "auto-open": "load" }, { position: "inline" }])("at once with %j", (attributes) => {
    embed(script({ endpoint: "https://a.example/cablechat", webchat: "acme", ...attributes } as never), load);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("at once for a visitor who has written before", () => {
    localStorage.setItem(storageKey("session", "https://a.example/cablechat", "acme"), "secret");
    embed(script(), load);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("as soon as the visitor has written in another tab", () => {
    embed(script(), load);
    dispatchEvent(new StorageEvent("storage", { key: "of the page" }));
    expect(load).not.toHaveBeenCalled();
    localStorage.setItem(storageKey("session", "https://a.example/cablechat", "acme"), "s");
    dispatchEvent(new StorageEvent("storage", { key: "cablechat" }));
    dispatchEvent(new StorageEvent("storage", { key: "cablechat" }));
    expect(load).toHaveBeenCalledOnce();
  });

  test("not for one that was destroyed before that", () => {
    embed(script(), load);
    hosts()[0]?.["destroy"]?.();
    localStorage.setItem(storageKey("session", "https://a.example/cablechat", "acme"), "s");
    dispatchEvent(new StorageEvent("storage", { key: "cablechat" }));
    expect(load).not.toHaveBeenCalled();
  });

  test("not for auto-open where it has been done already", () => {
    localStorage.setItem(storageKey("auto-open", "https://a.example/cablechat", "acme"), "1");
    const attributes = { "auto-open": "load", "auto-open-once": "visitor" };
    embed(script({ endpoint: "https://a.example/cablechat", webchat: "acme", ...attributes } as never), load);
    expect(load).not.toHaveBeenCalled();
  });

  test("not where the browser denies storage", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    embed(script(), load);
    expect(load).not.toHaveBeenCalled();
    expect(launcher()).not.toBeNull();
  });

  test("again at the next press after a failure, which is told to the eye and to a screen reader", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    load.mockRejectedValueOnce(new Error("gone"));
    embed(script(), load);
    launcher()?.click();
    const note = hosts()[0]?.shadowRoot?.querySelector('[role="status"]');
    await vi.waitUntil(() => note?.textContent);
    expect(note?.textContent).toContain("could not be loaded");
    launcher()?.click();
    expect(load).toHaveBeenCalledTimes(2);
    expect(note?.textContent).toBe("");
  });
});

describe("a method called before the panel is there", () => {
  test("fetches it, and waits", () => {
    embed(script(), load);
    expect(hosts()[0]?.["prefill"]?.("Hello")).toBeInstanceOf(Promise);
    expect(load).toHaveBeenCalledTimes(1);
  });

  test("destroy() takes the widget away without fetching anything", () => {
    embed(script(), load);
    hosts()[0]?.["destroy"]?.();
    expect(hosts()).toEqual([]);
    expect(load).not.toHaveBeenCalled();
  });

  test("hideLauncher() and showLauncher() do without it", () => {
    embed(script(), load);
    hosts()[0]?.["hideLauncher"]?.();
    expect(launcher()?.hidden).toBe(true);
    hosts()[0]?.["showLauncher"]?.();
    expect(launcher()?.hidden).toBe(false);
    expect(load).not.toHaveBeenCalled();
  });
});
