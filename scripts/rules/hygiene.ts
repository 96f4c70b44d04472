import type { SourceFile } from "../support/source-files.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly where: RegExp;
  readonly why: string;
}

/** What no linter rule says, or not for these folders. Each is looked for in the text without its comments. */
const RULES: readonly Rule[] = [
  { pattern: /\bMath\.random\b/, where: /^(src|demo)\//, why: "ids and jitter come from the Random port" },
  {
    pattern: /\b(inner|outer)HTML\b|\binsertAdjacentHTML\b|\bunsafeHTML\b/,
    // compiled-templates.ts draws what the build made of the templates, and values as text.
    where: /^(src|demo)\/(?!embed\/compiled-templates\.ts)/,
    why: "text is never HTML",
  },
  { pattern: /\bconsole\.(log|debug|info)\b/, where: /^src\//, why: "a host page's console belongs to the host page" },
  { pattern: /\bdebugger\b/, where: /./, why: "left over" },
  { pattern: /:\s*any\b|\bas any\b|<any\b|\bany\[\]/, where: /./, why: "unknown, and a check, instead" },
  {
    pattern: /\.catch\(\s*\(\)\s*=>\s*(\{\s*\}|undefined)\s*\)/,
    where: /./,
    why: "a catch handles one named case or rethrows",
  },
  { pattern: /\bcatch\s*(\([^)]*\))?\s*\{\s*\}/, where: /./, why: "a catch handles one named case or rethrows" },
  {
    pattern: /\.(skip|only|todo|fails)\s*\(|\b(xit|xtest|xdescribe|fdescribe|fit)\(/,
    where: /^(test|protocol)\//,
    why: "every test runs",
  },
  {
    pattern: /\bwaitForTimeout\b|\bsleep\(|setTimeout\(\s*(resolve|done|r|res)\b/,
    where: /^test\//,
    why: "wait for the event, not for time",
  },
  { pattern: /node:timers\/promises/, where: /^test\//, why: "wait for the event, not for time" },
];

/** Looked for in comments as well. */
const EVERYWHERE: readonly Rule[] = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, where: /./, why: "do it, or open an issue" },
  { pattern: /@ts-ignore|@ts-nocheck/, where: /./, why: "@ts-expect-error with the why, where it must be" },
];

/** Every line that breaks a house rule of CONTRIBUTING.md, as `path:line: what (why)`. */
export function hygieneFaults(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [
    ...faults(file.path, withoutComments(file.text), RULES),
    ...faults(file.path, file.text, EVERYWHERE),
  ]);
}

function faults(path: string, text: string, rules: readonly Rule[]): string[] {
  const applied = rules.filter((rule) => rule.where.test(path));
  return text.split("\n").flatMap((line, index) =>
    applied.flatMap(({ pattern, why }) => {
      const found = pattern.exec(line);
      return found ? [`${path}:${index + 1}: ${found[0].trim()} (${why})`] : [];
    }),
  );
}

/** Blanks comments and keeps the lines; good enough for text that a formatter has laid out. */
function withoutComments(text: string): string {
  const block = /\/\*[\s\S]*?\*\//g;
  const line = /(^|\s)\/\/.*$/gm;
  return text.replace(block, (comment) => comment.replace(/[^\n]/g, " ")).replace(line, "$1");
}
