import type { Missing, Part } from "./part.ts";
import type { Outcome } from "./run-parts.ts";

export interface Summary {
  readonly text: string;
  /** Whether nothing has failed; on a build server, also whether nothing was left out. */
  readonly ok: boolean;
}

/** What is said at the end: a line a part, and loudly what could not be run, and how it could be. */
export function summary(all: readonly Outcome[], inCi: boolean): Summary {
  const absent = all.filter(({ missing }) => missing);
  const passed = sum(all, ({ tally }) => tally.passed);
  const failed = sum(all, ({ tally }) => tally.failed) + (inCi ? absent.length : 0);
  const lines = all.map(line).join("");
  const loud = absent.map(({ part, missing }) => notRun(part, missing)).join("");
  const total = `\n${passed} passed, ${failed} failed${absent.length > 0 ? `, ${absent.length} not run` : ""}\n`;
  return { text: `\n━━━ summary\n\n${lines}${loud}${total}`, ok: failed === 0 };
}

function line({ part, ok, tally, seconds, missing, failures }: Outcome): string {
  const word = missing ? "NOT RUN" : ok ? "ok" : "FAILED";
  const counts = missing ? "" : `${tally.passed} passed, ${tally.failed} failed`;
  const row = `${word.padEnd(9)}${part.name.padEnd(26)}${counts.padEnd(26)}${seconds.toFixed(1).padStart(7)} s\n`;
  return row + failures.map((name) => `         ${name}\n`).join("");
}

function notRun({ name, what }: Part, missing: Missing | null): string {
  const rule = "!".repeat(100);
  const again = `npm test -- ${name}`;
  return `\n${rule}\nNOT RUN: ${name} (${what})\n${missing?.why}\nTo run it:  ${missing?.remedy}\nand then:   ${again}\n${rule}\n`;
}

function sum(all: readonly Outcome[], count: (outcome: Outcome) => number): number {
  return all.reduce((total, outcome) => total + count(outcome), 0);
}
