import { stripVTControlCharacters } from "node:util";

/** How each runner names a test that has failed: Playwright's list, vitest, minitest, the conformance suite. */
const NAMED: readonly RegExp[] = [
  /^\s*✘\s+\d+ (.*?)( \([\d.]+(ms|s|m)\))?$/gm,
  /^\s*FAIL\s+(.*)$/gm,
  /^(?:Failure|Error):\n(.*?)(?: \[.*)?:?$/gm,
  /^\s*FAILED\s+(.*)$/gm,
];

/** The tests that a part's output names as failed, each once: what a reader of the last lines alone needs to know. */
export function failuresIn(output: string): string[] {
  const text = stripVTControlCharacters(output);
  return [...new Set(NAMED.flatMap((named) => [...text.matchAll(named)].map(([, name = ""]) => name.trim())))];
}
