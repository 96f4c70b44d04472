import type { SourceFile } from "../support/source-files.ts";

/** npm's `resolved`, Bundler's `remote:`. A path is none; nor are the addresses where a package asks for funding. */
const PLACES: readonly RegExp[] = [
  /"resolved":\s*"([\w+.-]+:\/\/[^"]+|[\w.-]+@[\w.-]+:[^"]+)"/,
  /^\s+remote:\s+([\w+.-]+:\/\/\S+|[\w.-]+@[\w.-]+:\S+)/,
];

/** Every line of a lock file that names the host of a registry: which one is the machine's affair. */
export function namedHosts(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const place = PLACES.map((pattern) => pattern.exec(line)?.[1]).find((found) => found !== undefined);
      return place === undefined ? [] : [`${path}:${index + 1}: ${place} (no lock file names a host: see .npmrc)`];
    }),
  );
}
