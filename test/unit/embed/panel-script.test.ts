import { afterEach, describe, expect, test, vi } from "vitest";
import { PanelScript } from "../../../src/embed/panel-script.ts";

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

describe("PanelScript", () => {
  test("comes from beside the loader, in the same version, with its nonce", () => {
    const added = heads();
    void new PanelScript(loader()).load();
    expect(added[0]?.src).toBe("https://cdn.example.com/v1/cablechat-panel.js?v=3");
    expect(added[0]?.nonce).toBe("n0nce");
  });

  test("is fetched once, however often it is asked for", async () => {
    const added = heads();
    const panel = new PanelScript(loader());
    const loads = [panel.load(), panel.load()];
    added[0]?.onload?.(new Event("load"));
    await Promise.all(loads);
    expect(added).toHaveLength(1);
  });

  test("after a failure it is fetched again", async () => {
    const added = heads();
    const panel = new PanelScript(loader());
    const first = panel.load();
    added[0]?.onerror?.(new Event("error"));
    await expect(first).rejects.toThrow("cablechat-panel.js");
    const second = panel.load();
    added[1]?.onload?.(new Event("load"));
    await expect(second).resolves.toBeUndefined();
  });

  test("passes a Trusted Types policy that lets no other address through", () => {
    const added = heads();
    const createPolicy = vi.fn((_name: string, rules: { createScriptURL(url: string): string }) => rules);
    vi.stubGlobal("trustedTypes", { createPolicy });
    void new PanelScript(loader()).load();
    expect(createPolicy).toHaveBeenCalledWith("cablechat", expect.anything());
    expect(added[0]?.src).toBe("https://cdn.example.com/v1/cablechat-panel.js?v=3");
    const rules = createPolicy.mock.calls[0]?.[1];
    expect(() => rules?.createScriptURL("https://evil.example/x.js")).toThrow(TypeError);
  });
});
