import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The project's own modules that the one at `path` imports, as absolute paths. */
export function importedModules(path: string): string[] {
  const imports = readFileSync(path, "utf8").matchAll(/from "(\..*?)"/g);
  return [...imports].map(([, specifier = ""]) => resolve(dirname(path), specifier));
}
