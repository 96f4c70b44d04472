import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { findChromium } from "../scripts/support/find-chromium.ts";

const RESULTS = fileURLToPath(new URL("RESULTS.md", import.meta.url));
const INTRODUCTION =
  "# Results\n\nWritten by `npm run bench`; each section by its own file in this folder, the others untouched.\n";
const GIBIBYTE = 2 ** 30;

/** One bench's findings. */
export interface ResultsSection {
  /** Of the bench's file: `recovery` for `recovery.bench.ts`. What the section is found by when it is written again. */
  readonly name: string;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  /** Whether a browser took part, and its version belongs to the surroundings. @default false */
  readonly browser?: boolean;
}

/** Puts a section into `bench/RESULTS.md`, in the place of its last one or at the end. */
export function writeResults(section: ResultsSection): void {
  writeFileSync(RESULTS, withSection(readResults(), section, surroundings(section.browser ?? false)));
}

/** The text of a results file with one section replaced or added; everything else stays as it is. */
export function withSection(text: string, { name, title, body }: ResultsSection, measuredOn: string): string {
  const [begin, end] = [`<!-- begin ${name} -->`, `<!-- end ${name} -->`];
  const section = `${begin}\n\n## ${title}\n\n${body.trim()}\n\n${measuredOn}\n\n${end}`;
  const from = text.indexOf(begin);
  if (from < 0) return `${text.trimEnd()}\n\n${section}\n`;
  const to = text.indexOf(end, from);
  if (to < 0) throw new Error(`bench/RESULTS.md has a "${begin}" without its "${end}"`);
  return text.slice(0, from) + section + text.slice(to + end.length);
}

/** A Markdown table. Columns after the first are aligned to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  const rule = header.map((_, index) => (index === 0 ? "---" : "---:"));
  return [header, rule, ...rows].map(line).join("\n");
}

function readResults(): string {
  try {
    return readFileSync(RESULTS, "utf8");
  } catch (error) {
    // The named case: the first bench ever.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return INTRODUCTION;
    throw error;
  }
}

/** What the figures depend on, without naming the machine. */
function surroundings(browser: boolean): string {
  const memory = `${Math.round(totalmem() / GIBIBYTE)} GiB`;
  const parts = [`${availableParallelism()} cores`, memory, `Node ${process.version.slice(1)}`];
  const chromium = browser ? findChromium() : null;
  if (chromium)
    parts.push(/[\w ]+ [\d.]+/.exec(execFileSync(chromium, ["--version"], { encoding: "utf8" }))?.[0] ?? "");
  return `*Measured ${new Date().toISOString().slice(0, 10)}: ${parts.join(", ")}.*`;
}
