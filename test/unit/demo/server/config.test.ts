// @vitest-environment node
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

  it.each([
    { PORT: "-1" },
    { PORT: "1e3" },
    { PORT: "65536" },
    { CABLECHAT_ORIGINS: "https://a.example/path" },
    { CABLECHAT_ORIGINS: "*" },
    { CABLECHAT_PUBLIC_URL: "ftp://a.example" },
    { CABLECHAT_SENDS_PER_MINUTE: "0" },
  ])("refuses %j, and names it", (env) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(Object.keys(env)[0]);
  });
});
