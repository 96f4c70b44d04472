import { describe, expect, it } from "vitest";
import { readConfig } from "../../../../demo/server/config.ts";
import { ConfigError } from "../../../../demo/server/config-error.ts";

describe("readConfig", () => {
  it("has a default for everything, and a token nobody can guess", () => {
    const [one, other] = [readConfig({}), readConfig({})];
    expect(one).toMatchObject({ host: "127.0.0.1", port: 4000, webchat: { id: "demo", origins: null } });
    expect(one.agent.token).toMatch(/^[\w-]{32}$/);
    expect(one.agent.token).not.toBe(other.agent.token);
  });

  it("reads a list of origins", () => {
    const { webchat } = readConfig({ CABLECHAT_ORIGINS: "https://a.example, http://localhost:3000" });
    expect(webchat.origins).toEqual(["https://a.example", "http://localhost:3000"]);
  });

  it("has no responder, and dies nowhere, unless it is asked to", () => {
    expect(readConfig({})).toMatchObject({ responder: null, crashAt: null });
    expect(readConfig({ CABLECHAT_RESPONDER: "bot" })).toMatchObject({ responder: { name: "bot", limitS: 120 } });
    expect(readConfig({ CABLECHAT_CRASH_AT: "before-response" })).toMatchObject({ crashAt: "before-response" });
  });

  it.each([
    { PORT: "-1" },
    { PORT: "1e3" },
    { PORT: "65536" },
    { CABLECHAT_ORIGINS: "https://a.example/path" },
    { CABLECHAT_ORIGINS: "*" },
    { CABLECHAT_PUBLIC_URL: "ftp://a.example" },
    { CABLECHAT_SENDS_PER_MINUTE: "0" },
    { CABLECHAT_RESPONDER_SECONDS: "0" },
    { CABLECHAT_CRASH_AT: "teatime" },
  ])("refuses %j, and names it", (env) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(Object.keys(env)[0]);
  });
});
