import { existsSync } from "node:fs";
import { type RunOptions, run } from "./run.ts";

/** Whether packages may be installed without asking anybody: a Debian-like system, as root. */
export function mayInstall(): boolean {
  return hasApt() && process.getuid?.() === 0;
}

export function hasApt(): boolean {
  return process.platform === "linux" && existsSync("/usr/bin/apt-get");
}

/** What a person would type. */
export function aptCommand(packages: readonly string[]): string {
  const plain = `apt-get update && apt-get install -y ${packages.join(" ")}`;
  return process.getuid?.() === 0 ? plain : `sudo sh -c "${plain}"`;
}

/** Says so, and installs them; apt-get's own words are shown. */
export async function aptInstall(packages: readonly string[]): Promise<void> {
  process.stdout.write(`Installing ${packages.join(" ")}: ${aptCommand(packages)}\n`);
  const options: RunOptions = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  const { ok } = await run("apt-get", ["update"], options);
  if (ok) await run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
}
