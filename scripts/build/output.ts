import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { root } from "../support/root.ts";

/** Built files by their path relative to the project's root, with `/`. */
export type Output = Map<string, Uint8Array>;

/** The folders and the file that a build makes whole: what else is found there is left over and goes. */
export const BUILT = ["lib", "dist", "custom-elements.json"] as const;

/** The files of a folder, by their path below `as`. */
export function readFolder(folder: string, as: string): Output {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [as + path.slice(folder.length).split(sep).join("/"), readFileSync(path)]));
}

/** What lies in the places a build writes to. */
export function readBuilt(): Output {
  return new Map(BUILT.flatMap((place) => [...readPlace(place)]));
}

/** What is wrong with the present files, path by path, when they should be what was just made. */
export function differences(made: Output, present: Output): string[] {
  return [...new Set([...made.keys(), ...present.keys()])].sort().flatMap((path) => {
    const [wanted, found] = [made.get(path), present.get(path)];
    if (!found) return [`${path}: is missing`];
    if (!wanted) return [`${path}: is left over`];
    return Buffer.compare(wanted, found) === 0 ? [] : [`${path}: differs`];
  });
}

/** Makes the built places hold exactly this. Files that are right already are not touched. */
export function writeOutput(output: Output): void {
  const present = readBuilt();
  for (const path of present.keys()) if (!output.has(path)) rmSync(join(root, path));
  for (const [path, bytes] of output) {
    const old = present.get(path);
    if (old && Buffer.compare(old, bytes) === 0) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  }
}

function readPlace(place: string): Output {
  try {
    return place.includes(".")
      ? new Map([[place, readFileSync(join(root, place))]])
      : readFolder(join(root, place), place);
  } catch (error) {
    // The named case: nothing has been built yet.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw error;
  }
}
