import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { type Machine, thisMachine } from "./machine.ts";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "chrome",
];

const MAC = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const WINDOWS = [
  "Chromium\\Application\\chrome.exe",
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium: `CHROMIUM_PATH`, then what Playwright has downloaded, then what the system has. `null` where
 * there is none.
 *
 * @throws Error where `CHROMIUM_PATH` is set and nothing can be run there: a wrong setting is not to be guessed around
 */
export function findChromium(machine: Machine = thisMachine): string | null {
  const { env, isExecutable } = machine;
  if (env["CHROMIUM_PATH"]) {
    if (isExecutable(env["CHROMIUM_PATH"])) return env["CHROMIUM_PATH"];
    throw new Error(`CHROMIUM_PATH names no program that can be run: ${env["CHROMIUM_PATH"]}`);
  }
  return [chromium.executablePath(), ...installed(machine)].find(isExecutable) ?? null;
}

function installed({ env, platform }: Machine): string[] {
  if (platform === "darwin") return MAC;
  if (platform === "win32") {
    const folders = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]];
    return folders.flatMap((folder) => (folder ? WINDOWS.map((path) => join(folder, path)) : []));
  }
  const folders = [...(env["PATH"] ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}
