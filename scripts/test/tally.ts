import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/root.ts";

/** How many claims a part made and how many of them held. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Skipped tests: there should be none. */
  readonly skipped: number;
}

/** Reads the tally of a part that has run. `null` where it left none, as when it could not even start. */
export interface TallyReader {
  /** Removes what an earlier run left. */
  clear(): void;
  read(output: string): Tally | null;
}

/** From vitest's JSON report. */
export function vitestTally(file: string): TallyReader {
  return jsonTally(file, (report) => ({
    passed: count(report["numPassedTests"]),
    // A file that does not even load has failed, and has no test that could say so.
    failed: count(report["numFailedTests"]) + filesWithoutTests(report["testResults"]),
    skipped: count(report["numPendingTests"]) + count(report["numTodoTests"]),
  }));
}

/** From Playwright's JSON report. */
export function playwrightTally(file: string): TallyReader {
  return jsonTally(file, (report) => {
    const stats = record(report["stats"]);
    return {
      passed: count(stats["expected"]),
      failed: count(stats["unexpected"]) + count(stats["flaky"]),
      skipped: count(stats["skipped"]),
    };
  });
}

/** From a closing line `N passed, N failed` of the part's own. */
export const closingLineTally: TallyReader = {
  clear: () => undefined,
  read(output) {
    const found = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
    return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: 0 } : null;
  },
};

/** The part is one claim. */
export const noTally: TallyReader = { clear: () => undefined, read: () => null };

function jsonTally(file: string, tally: (report: Record<string, unknown>) => Tally): TallyReader {
  const path = join(root, file);
  return {
    clear: () => rmSync(path, { force: true }),
    read() {
      try {
        return tally(record(JSON.parse(readFileSync(path, "utf8"))));
      } catch (error) {
        // The named case: the runner ended before it wrote a report.
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
  };
}

function filesWithoutTests(results: unknown): number {
  if (!Array.isArray(results)) return 0;
  return results.map(record).filter(({ status, assertionResults }) => {
    return status === "failed" && Array.isArray(assertionResults) && assertionResults.length === 0;
  }).length;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function count(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
