import { posix } from "node:path";
import type { SourceFile } from "../support/source-files.ts";

const JOINED = ["core", "channels", "api", "store", "outbox", "sync", "session"];

/**
 * What each part of src/ may import besides itself: arrows point downwards only (docs/architecture.md).
 * A part is a folder of src/; the files that stand directly in it are "composition", index.ts apart.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: [],
  locales: ["core"],
  channels: ["core"],
  api: ["core"],
  store: ["core"],
  outbox: ["core"],
  sync: ["core", "channels", "api", "store"],
  session: ["core", "channels", "api"],
  composition: JOINED,
  browser: ["core"],
  "index.ts": [...JOINED, "composition", "browser"],
  components: ["core", "composition", "index.ts", "browser", "locales"],
  desk: [...JOINED, "composition", "index.ts", "browser", "locales", "components"],
  embed: [...JOINED, "composition", "index.ts", "browser", "locales", "components"],
};

/** Who may import a package: everybody else reaches it through them. */
const PACKAGES: readonly { readonly name: RegExp; readonly from: RegExp }[] = [
  { name: /^lit($|\/)/, from: /^src\/(components|desk)\// },
  { name: /^@rails\/actioncable$/, from: /^src\/browser\/(action-cable-consumer|rails-actioncable\.d)\.ts$/ },
];

const STATIC_IMPORT = /^(?:import|export)\s(?:[^"';]*?\bfrom\s+)?"([^"]+)"/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** Every import of src/ that points upwards, sideways, or at a package that is somebody else's. */
export function brokenArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    importsOf(file.text).flatMap((specifier) => {
      const complaint = specifier.startsWith(".")
        ? relativeFault(file.path, specifier)
        : packageFault(file.path, specifier);
      return complaint ? [`${file.path}: imports "${specifier}": ${complaint}`] : [];
    }),
  );
}

function importsOf(text: string): string[] {
  return [STATIC_IMPORT, DYNAMIC_IMPORT].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => match[1] ?? ""),
  );
}

function relativeFault(path: string, specifier: string): string | null {
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.startsWith("src/")) return "src/ imports nothing from outside src/";
  const [from, to] = [partOf(path), partOf(target)];
  if (from === to) return null;
  const allowed = ALLOWED[from];
  if (!allowed) return `${from} is no known part: give it a line in scripts/rules/arrows.ts`;
  return allowed.includes(to) ? null : `${from} may import only ${allowed.join(", ") || "itself"}`;
}

function packageFault(path: string, specifier: string): string | null {
  const rule = PACKAGES.find(({ name }) => name.test(specifier));
  if (!rule) return "no package that src/ may use: see scripts/rules/arrows.ts";
  return rule.from.test(path) ? null : `only files that match ${rule.from.source} may`;
}

function partOf(path: string): string {
  const part = path.split("/")[1] ?? "";
  return part.endsWith(".ts") && part !== "index.ts" ? "composition" : part;
}
