import { afterEach, describe, expect, test, vi } from "vitest";
import { panelLoader } from "../../../src/embed/panel-loader.ts";

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

describe("the panel's script", () => {
  test("comes from beside the loader, in the same version, with its nonce", () => {
    const added = heads();
    void panelLoader(loader())();
    expect(added[0]?.src).toBe("https://cdn.example.com/v1/cablechat-panel.js?v=3");
    expect(added[0]?.nonce).toBe("n0nce");
  });

  test("comes from where data-panel says, for asset pipelines that rename files", () => {
    const added = heads();
    const script = loader();
    script.dataset["panel"] = "/assets/cablechat/cablechat-panel-0a1b2c.js";
    void panelLoader(script)();
    expect(added[0]?.src).toBe("https://cdn.example.com/assets/cablechat/cablechat-panel-0a1b2c.js?v=3");
  });

  test("is fetched once, however often it is asked for", async () => {
    const added = heads();
    const load = panelLoader(loader());
    const loads = [load(), load()];
    added[0]?.onload?.(new Event("load"));
    await Promise.all(loads);
    expect(added).toHaveLength(1);
  });

  test("after a failure it is fetched again", async () => {
    const added = heads();
    const load = panelLoader(loader());
    const first = load();
    added[0]?.onerror?.(new Event("error"));
    await expect(first).rejects.toThrow("cablechat-panel.js");
    const second = load();
    added[1]?.onload?.(new Event("load"));
    await expect(second).resolves.toBeUndefined();
  });

  test("passes a Trusted Types policy that lets no other address through", () => {
    const added = heads();
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => rules);
    vi.stubGlobal("trustedTypes", { createPolicy });
    void panelLoader(loader())();
    expect(createPolicy).toHaveBeenCalledWith("cablechat", expect.anything());
    expect(added[0]?.src).toBe("https://cdn.example.com/v1/cablechat-panel.js?v=3");
    const rules = createPolicy.mock.calls[0]?.[1];
    expect(() => rules?.createScriptURL("https://evil.example/x.js")).toThrow(TypeError);
  });
});
