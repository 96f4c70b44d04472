import { pathToFileURL } from "node:url";
import { findChromium } from "./support/find-chromium.ts";
import { installChromium } from "./support/install-chromium.ts";
import { type Machine, thisMachine } from "./support/machine.ts";

/** What the browser tests and benches run in: its path, or why there is none and what would install it. */
export type ChromiumAnswer =
  | { readonly path: string; readonly installed: boolean }
  | { readonly path: null; readonly why: string; readonly remedy: string };

/** Finds Chromium, or installs it where that may be done (a Debian-like system, as root). */
export async function ensureChromium(machine: Machine = thisMachine): Promise<ChromiumAnswer> {
  const wanted = machine.env["CHROMIUM_PATH"];
  if (wanted && !machine.isExecutable(wanted)) {
    const why = `CHROMIUM_PATH names no program that can be run: ${wanted}`;
    return { path: null, why, remedy: "unset CHROMIUM_PATH, or name the right one" };
  }
  const found = findChromium(machine);
  if (found) return { path: found, installed: false };
  const { done, why, remedy } = await installChromium(() => findChromium(machine) !== null, machine);
  const path = done ? findChromium(machine) : null;
  return path ? { path, installed: true } : { path: null, why, remedy };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const answer = await ensureChromium();
  if (answer.path === null) process.stderr.write(`${answer.why}\nTo have it:  ${answer.remedy}\n`);
  else process.stdout.write(`${answer.path}\n`);
  process.exitCode = answer.path === null ? 1 : 0;
}
