import { existsSync } from "node:fs";
import { run, runBin } from "./run.ts";

export interface InstallResult {
  readonly done: boolean;
  readonly why: string;
  /** The command a person would type. */
  readonly remedy: string;
}

const APT = "apt-get update && apt-get install -y chromium";
const PLAYWRIGHT = "npx playwright install chromium";

/**
 * Installs Chromium where nobody has to be asked: on a Debian-like system, as root. Elsewhere it says what to type.
 *
 * @param found whether there is one now; Ubuntu's `chromium` package may install and yet bring no program
 */
export async function installChromium(found: () => boolean): Promise<InstallResult> {
  if (process.platform === "darwin") return unasked("brew install --cask chromium");
  if (process.platform === "win32" || !existsSync("/usr/bin/apt-get")) return unasked(PLAYWRIGHT);
  if (process.getuid?.() !== 0) return unasked(`sudo sh -c "${APT}"`);
  process.stdout.write(`There is no Chromium here. Installing it: ${APT}\n`);
  await withApt();
  if (!found()) await runBin("@playwright/test/cli.js", ["install", "--with-deps", "chromium"]);
  const why = found() ? "" : "There is no Chromium, and it could not be installed (apt-get's own words are above).";
  return { done: found(), why, remedy: APT };
}

async function withApt(): Promise<void> {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const { ok } = await run("apt-get", ["update"], { env });
  if (ok) await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env });
}

function unasked(remedy: string): InstallResult {
  return { done: false, why: "There is no Chromium on this machine, and it may not be installed unasked.", remedy };
}
