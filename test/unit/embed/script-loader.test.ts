import { afterEach, describe, expect, test, vi } from "vitest";
import { scriptLoader } from "../../../src/embed/script-loader.ts";

function loader(): HTMLScriptElement {
  const script = document.createElement("script");
  script.setAttribute("src", "https://cdn.example.com/v1/cablechat.js?v=3");
  script.nonce = "n0nce";
  return script;
}

/** What is put into the head; nothing is fetched. */
function heads(): HTMLScriptElement[] {
  const added: HTMLScriptElement[] = [];
  vi.spyOn(document.head, "append").mockImplementation((...nodes) => void added.push(nodes[0] as HTMLScriptElement));
  return added;
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a script that the loader fetches", () => {
  test("comes from beside the loader, in the same version, with its nonce", () => {
    const added = heads();
    void scriptLoader(loader())("panel");
    expect(added[0]?.src).toBe("https://cdn.example.com/v1/cablechat-panel.js?v=3");
    expect(added[0]?.nonce).toBe("n0nce");
  });

  test("comes from where data-panel says, for asset pipelines that rename files", () => {
    const added = heads();
    const script = loader();
    script.dataset["panel"] = "/assets/cablechat/cablechat-panel-0a1b2c.js";
    void scriptLoader(script)("panel");
    expect(added[0]?.src).toBe("https://cdn.example.com/assets/cablechat/cablechat-panel-0a1b2c.js?v=3");
  });

  test("is fetched once, however often it is asked for", async () => {
    const added = heads();
    const load = scriptLoader(loader());
    const loads = [load("panel"), load("panel")];
    added[0]?.onload?.(new Event("load"));
    await Promise.all(loads);
    expect(added).toHaveLength(1);
  });

  test("after a failure it is fetched again", async () => {
    const added = heads();
    const load = scriptLoader(loader());
    const first = load("panel");
    added[0]?.onerror?.(new Event("error"));
    await expect(first).rejects.toThrow("cablechat-panel.js");
    const second = load("panel");
    added[1]?.onload?.(new Event("load"));
    await expect(second).resolves.toBeUndefined();
  });

  test("gives what it has put on the global under its name and build", async () => {
    const added = heads();
    const more = { sound: () => undefined };
    const loading = scriptLoader(loader())("more", "0a1b2c");
    vi.stubGlobal("Cablechat", { more0a1b2c: more });
    added[0]?.onload?.(new Event("load"));
    expect(await loading).toBe(more);
  });

  test("of another build is as good as none, and is fetched again", async () => {
    const added = heads();
    const load = scriptLoader(loader());
    const first = load("more", "0a1b2c");
    vi.stubGlobal("Cablechat", { more3d4e5f: {} });
    added[0]?.onload?.(new Event("load"));
    await expect(first).rejects.toThrow("cablechat-more.js?v=3 did not load");
    const own = {};
    const second = load("more", "0a1b2c");
    vi.stubGlobal("Cablechat", { more0a1b2c: own });
    added[1]?.onload?.(new Event("load"));
    expect(await second).toBe(own);
  });

  test("is one of two, each with an address of its own", () => {
    const added = heads();
    const script = loader();
    script.dataset["more"] = "/assets/more-0a1b2c.js";
    const load = scriptLoader(script);
    void load("panel");
    void load("more");
    expect(added.map(({ src }) => src)).toEqual([
      "https://cdn.example.com/v1/cablechat-panel.js?v=3",
      "https://cdn.example.com/assets/more-0a1b2c.js?v=3",
    ]);
  });

  test("passes a Trusted Types policy that lets no other address through", () => {
    const added = heads();
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => rules);
    vi.stubGlobal("trustedTypes", { createPolicy });
    void scriptLoader(loader())("panel");
    expect(createPolicy).toHaveBeenCalledWith("cablechat", expect.anything());
    expect(added[0]?.src).toBe("https://cdn.example.com/v1/cablechat-panel.js?v=3");
    const rules = createPolicy.mock.calls[0]?.[1];
    expect(() => rules?.createScriptURL("https://evil.example/x.js")).toThrow(TypeError);
  });
});
