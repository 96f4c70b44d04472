import { aptCommand, aptInstall, hasApt, mayInstall } from "./apt.ts";
import { type Machine, thisMachine } from "./machine.ts";

export interface InstallResult {
  readonly done: boolean;
  readonly why: string;
  /** The command a person would type. */
  readonly remedy: string;
}

const PACKAGES = ["chromium"];
const PLAYWRIGHT = "npx playwright install chromium";

/**
 * Installs Chromium where nobody has to be asked: on a Debian-like system, as root. Elsewhere it says what to type.
 *
 * @param found whether there is one now; Ubuntu's `chromium` package may install and yet bring no program
 */
export async function installChromium(found: () => boolean, machine: Machine = thisMachine): Promise<InstallResult> {
  if (machine.platform === "darwin") return unasked("brew install --cask chromium");
  if (!hasApt(machine)) return unasked(PLAYWRIGHT);
  if (!mayInstall(machine)) return unasked(aptCommand(PACKAGES, machine));
  await aptInstall(PACKAGES, machine);
  const playwright = ["node_modules/@playwright/test/cli.js", "install", "--with-deps", "chromium"];
  if (!found()) await machine.run(process.execPath, playwright);
  const why = found() ? "" : "There is no Chromium, and it could not be installed (apt-get's own words are above).";
  return { done: found(), why, remedy: aptCommand(PACKAGES, machine) };
}

function unasked(remedy: string): InstallResult {
  return { done: false, why: "There is no Chromium on this machine, and it may not be installed unasked.", remedy };
}
