import { delimiter, join } from "node:path";
import { aptCommand, aptInstall, hasApt, mayInstall } from "../support/apt.ts";
import { isExecutable } from "../support/is-executable.ts";
import { run } from "../support/run.ts";
import type { Missing } from "./part.ts";

/** Ruby itself, and what its gems are built with. */
const PACKAGES = [
  "ruby",
  "ruby-dev",
  "ruby-bundler",
  "build-essential",
  "pkg-config",
  "libpq-dev",
  "libsqlite3-dev",
  "libyaml-dev",
];
const OLDEST = "3.1";

/** Looks for Ruby and Bundler, and installs them where nobody has to be asked. */
export async function lacksRuby(): Promise<Missing | null> {
  if (await isThere()) return null;
  if (mayInstall()) {
    await aptInstall(PACKAGES);
    if (await isThere()) return null;
  }
  return { why: `There is no Ruby ${OLDEST} or later here, or no Bundler.`, remedy: remedy() };
}

async function isThere(): Promise<boolean> {
  if (!["ruby", "bundle"].every(onPath)) return false;
  const check = `exit Gem::Version.new(RUBY_VERSION) >= Gem::Version.new(${JSON.stringify(OLDEST)})`;
  const { ok } = await run("ruby", ["-e", check], { output: "capture" });
  return ok;
}

function onPath(program: string): boolean {
  return (process.env["PATH"] ?? "").split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function remedy(): string {
  if (process.platform === "darwin") return "brew install ruby libpq";
  return hasApt() ? aptCommand(PACKAGES) : `install Ruby ${OLDEST} or later, with Bundler and its headers`;
}
