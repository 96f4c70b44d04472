import type { Missing, Part } from "./test/part.ts";
import { parts } from "./test/parts.ts";
import { type Outcome, runParts } from "./test/run-parts.ts";

/**
 * `npm test`: every part, whatever fails on the way (`test/run-parts.ts`). `npm test -- unit browser` runs those two, `npm test -- rails`
 * every one whose name begins with `rails-`.
 * What could not be run for want of something is said at the end, and with `CI=true` is a failure.
 */
const outcomes = await runParts(chosen(process.argv.slice(2)));
process.exitCode = summarize(outcomes) ? 0 : 1;

function chosen(names: readonly string[]): readonly Part[] {
  const asked = (part: Part, name: string) => part.name === name || part.name.startsWith(`${name}-`);
  const unknown = names.filter((name) => !parts.some((part) => asked(part, name)));
  if (unknown.length === 0 && names.length === 0) return parts;
  if (unknown.length === 0) return parts.filter((part) => names.some((name) => asked(part, name)));
  process.stderr.write(
    `There is no part "${unknown.join('", "')}". There are: ${parts.map(({ name }) => name).join(", ")}\n`,
  );
  process.exit(2);
}

function summarize(all: readonly Outcome[]): boolean {
  print("\n━━━ summary\n\n");
  for (const { part, ok, tally, seconds, missing, failures } of all) {
    const word = missing ? "NOT RUN" : ok ? "ok" : "FAILED";
    const counts = missing ? "" : `${tally.passed} passed, ${tally.failed} failed`;
    print(`${word.padEnd(9)}${part.name.padEnd(26)}${counts.padEnd(26)}${seconds.toFixed(1).padStart(7)} s\n`);
    for (const name of failures) print(`         ${name}\n`);
  }
  const absent = all.filter(({ missing }) => missing);
  for (const { part, missing } of absent) print(notRun(part, missing));
  const inCi = process.env["CI"] === "true";
  const passed = sum(all, ({ tally }) => tally.passed);
  const failed = sum(all, ({ tally }) => tally.failed) + (inCi ? absent.length : 0);
  print(`\n${passed} passed, ${failed} failed${absent.length > 0 ? `, ${absent.length} not run` : ""}\n`);
  return failed === 0;
}

function notRun({ name, what }: Part, missing: Missing | null): string {
  const rule = "!".repeat(100);
  const again = `npm test -- ${name}`;
  return `\n${rule}\nNOT RUN: ${name} (${what})\n${missing?.why}\nTo run it:  ${missing?.remedy}\nand then:   ${again}\n${rule}\n`;
}

function sum(all: readonly Outcome[], count: (outcome: Outcome) => number): number {
  return all.reduce((total, outcome) => total + count(outcome), 0);
}

function print(text: string): void {
  process.stdout.write(text);
}
