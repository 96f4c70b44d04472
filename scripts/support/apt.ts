import { type Machine, thisMachine } from "./machine.ts";
import type { RunOptions } from "./run.ts";

/** Whether packages may be installed without asking anybody: a Debian-like system, as root. */
export function mayInstall(machine: Machine = thisMachine): boolean {
  return hasApt(machine) && machine.isRoot;
}

export function hasApt({ platform, isExecutable }: Machine = thisMachine): boolean {
  return platform === "linux" && isExecutable("/usr/bin/apt-get");
}

/** What a person would type. */
export function aptCommand(packages: readonly string[], { isRoot }: Machine = thisMachine): string {
  const plain = `apt-get update && apt-get install -y ${packages.join(" ")}`;
  return isRoot ? plain : `sudo sh -c "${plain}"`;
}

/** Says so, and installs them; apt-get's own words are shown. */
export async function aptInstall(packages: readonly string[], machine: Machine = thisMachine): Promise<void> {
  process.stdout.write(`Installing ${packages.join(" ")}: ${aptCommand(packages, machine)}\n`);
  const options: RunOptions = { env: { DEBIAN_FRONTEND: "noninteractive" } };
  const { ok } = await machine.run("apt-get", ["update"], options);
  if (ok) await machine.run("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options);
}
