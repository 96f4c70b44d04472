import { describe, expect, test, vi } from "vitest";
import { readSettings } from "../../../src/components/settings.ts";

const REQUIRED = { endpoint: "https://app.example.com/cablechat", webchat: "acme" };

function read(attributes: Record<string, string>) {
  const problems: string[] = [];
  const settings = readSettings(
    (name) => attributes[name] ?? null,
    ({ message }) => problems.push(message),
  );
  return { settings, problems };
}

describe("readSettings", () => {
  test("takes the defaults for what is not set", () => {
    expect(read(REQUIRED)).toEqual({
      problems: [],
      settings: {
        ...REQUIRED,
        cable: undefined,
        channel: undefined,
        locale: "auto",
        theme: "auto",
        position: "bottom-right",
        autoOpenSeconds: null,
        autoOpenOnce: null,
        reconnectDelayMs: 1000,
        maxReconnectDelayMs: 30_000,
        storage: "local",
      },
    });
  });

  test.each(["endpoint", "webchat"])("has no settings without %s, and names it", (name) => {
    const { settings, problems } = read({ ...REQUIRED, [name]: " " });
    expect(settings).toBeNull();
    expect(problems).toEqual([expect.stringContaining(`"${name}" is missing`)]);
  });

  test.each(["javascript:alert(1)", "ftp://app.example.com", "http://"])("refuses the endpoint %s", (endpoint) => {
    const { settings, problems } = read({ ...REQUIRED, endpoint });
    expect(settings).toBeNull();
    expect(problems).toEqual([expect.stringContaining('"endpoint"')]);
  });

  test("makes a relative endpoint absolute", () => {
    expect(read({ ...REQUIRED, endpoint: "/cablechat" }).settings?.endpoint).toBe(
      new URL("/cablechat", document.baseURI).href,
    );
  });

  test.each([
    ["position", "middle"],
    ["theme", "pink"],
    ["storage", "cookie"],
    ["auto-open-once", "ever"],
    ["auto-open", "soon"],
    ["auto-open", ""],
    ["auto-open", "-1"],
    ["reconnect-delay", "fast"],
    ["reconnect-delay", "0"],
    ["max-reconnect-delay", "-5"],
    ["locale", "no_such_tag!"],
  ])("keeps the default where %s is %j, and names the attribute and the value", async (name, value) => {
    const { settings, problems } = read({ ...REQUIRED, [name]: value });
    expect(settings).toEqual(read(REQUIRED).settings);
    await vi.dynamicImportSettled();
    expect(problems).toEqual([expect.stringContaining(`"${name}" is "${value}"`)]);
  });

  test.each([
    ["off", null],
    ["load", 0],
    ["2.5", 2.5],
  ])("reads auto-open=%j as %j seconds", (value, seconds) => {
    expect(read({ ...REQUIRED, "auto-open": value }).settings?.autoOpenSeconds).toBe(seconds);
  });
});
