import { beforeEach, describe, expect, test, vi } from "vitest";
import { ensureChromium } from "../../../scripts/ensure-chromium.ts";
import type { Machine } from "../../../scripts/support/machine.ts";

const APT = "/usr/bin/apt-get";
const INSTALLED = "/usr/bin/chromium";

let ran: string[];

beforeEach(() => {
  ran = [];
  vi.spyOn(process.stdout, "write").mockImplementation(() => true);
});

/**
 * One that has these programs and no others.
 * @param brings the program that a command beginning so brings with it
 */
function machine(
  programs: readonly string[],
  more: Partial<Machine> = {},
  brings: Record<string, string> = {},
): Machine {
  const there = new Set(programs);
  return {
    env: { PATH: "/home/bo/bin:/opt/bin" },
    platform: "linux",
    isRoot: false,
    isExecutable: (path) => there.has(path),
    run: async (command, args) => {
      const line = [command === process.execPath ? "node" : command, ...args].join(" ");
      ran.push(line);
      for (const [beginning, path] of Object.entries(brings)) if (line.startsWith(beginning)) there.add(path);
      return { ok: true, output: "" };
    },
    ...more,
  };
}

describe("Chromium that is there", () => {
  test("is the one that CHROMIUM_PATH names, whatever else there is", async () => {
    const env = { CHROMIUM_PATH: "/my/chrome", PATH: "/opt/bin" };
    const answer = await ensureChromium(machine(["/my/chrome", "/opt/bin/chromium"], { env }));
    expect(answer).toEqual({ path: "/my/chrome", installed: false });
  });

  test.each(["/home/bo/bin/chromium", "/opt/bin/google-chrome", "/snap/bin/chromium"])("is found: %s", async (path) => {
    expect(await ensureChromium(machine([path, APT], { isRoot: true }))).toEqual({ path, installed: false });
    expect(ran).toEqual([]);
  });

  test("is found among a Mac's applications", async () => {
    const path = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(await ensureChromium(machine([path], { platform: "darwin" }))).toEqual({ path, installed: false });
  });
});

describe("Chromium that is not there", () => {
  test("is not guessed where CHROMIUM_PATH is wrong: the setting is named", async () => {
    const env = { CHROMIUM_PATH: "/my/chrme", PATH: "/opt/bin" };
    const answer = await ensureChromium(machine(["/opt/bin/chromium", APT], { env, isRoot: true }));
    expect(answer).toMatchObject({ path: null, why: expect.stringContaining("/my/chrme") });
    expect(ran).toEqual([]);
  });

  test.each<[string, string[], Partial<Machine>, string]>([
    ["a Debian", [APT], {}, 'sudo sh -c "apt-get update && apt-get install -y chromium"'],
    ["another Linux", [], {}, "npx playwright install chromium"],
    ["another Linux, as root", [], { isRoot: true }, "npx playwright install chromium"],
    ["a Mac", [], { platform: "darwin" }, "brew install --cask chromium"],
    ["Windows", [], { platform: "win32" }, "npx playwright install chromium"],
  ])("on %s is not installed unasked: the command is named", async (_, programs, more, remedy) => {
    expect(await ensureChromium(machine(programs, more))).toMatchObject({ path: null, remedy });
    expect(ran).toEqual([]);
  });

  test("is installed on a Debian as root", async () => {
    const answer = await ensureChromium(machine([APT], { isRoot: true }, { "apt-get install": INSTALLED }));
    expect(answer).toEqual({ path: INSTALLED, installed: true });
    expect(ran).toEqual(["apt-get update", "apt-get install -y --no-install-recommends chromium"]);
  });

  test("is Playwright's where the system's package brings no program", async () => {
    const answer = await ensureChromium(
      machine([APT], { isRoot: true }, { "node node_modules/@playwright": "/opt/bin/chrome" }),
    );
    expect(answer).toEqual({ path: "/opt/bin/chrome", installed: true });
  });

  test("and cannot be installed either, is told with the command", async () => {
    expect(await ensureChromium(machine([APT], { isRoot: true }))).toMatchObject({
      path: null,
      why: expect.stringContaining("could not be installed"),
      remedy: "apt-get update && apt-get install -y chromium",
    });
  });
});
