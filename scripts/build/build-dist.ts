import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { build, type Message, type Plugin } from "esbuild";
import { bundles, options } from "../../esbuild.config.mjs";
import { root } from "../support/root.ts";
import { compileTemplates } from "./compile-templates.ts";
import { fromLoader } from "./from-loader.ts";
import { BUILD, fromMore } from "./from-more.ts";
import { INTERNAL_NAMES } from "./internal-names.ts";
import { leanActionCable } from "./lean-action-cable.ts";
import { minifyCssLiterals } from "./minify-css-literals.ts";
import type { Output } from "./output.ts";
import { squeeze } from "./squeeze.ts";

type File = [path: string, contents: Uint8Array];
type Names = Record<string, string | false>;

const mangleProps = new RegExp(`^(${INTERNAL_NAMES.join("|")})$`);

/** `dist/`: the bundles for script tags with their maps, and `integrity.json`. */
export async function buildDist(): Promise<Output> {
  const missing = bundles.filter(({ entry }) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    const list = missing.map(({ name, entry }) => `  ${entry} (the entry of dist/${name}.js)`).join("\n");
    throw new Error(`dist/ cannot be built, these files are missing:\n${list}`);
  }
  const built = await buildAll().catch((error: unknown) => {
    // The named case: source that does not bundle. Its place is what the reader needs, not esbuild's stack.
    const errors = (error as { errors?: Message[] }).errors;
    throw errors ? new Error(`esbuild could not build dist/:\n${errors.map(describe).join("\n")}`) : error;
  });
  const files = built.sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map([...files, ["dist/integrity.json", Buffer.from(integrityOf(files))]]);
}

/** One after another: what the panel calls by a short name has the same one in what it fetches. */
async function buildAll(): Promise<File[]> {
  const files: File[] = [];
  const names = {};
  for (const bundle of bundles) files.push(...(await buildOne(bundle, names)));
  const build = buildOf(files);
  return files.map(([path, contents]) => [
    path,
    Buffer.from(Buffer.from(contents).toString().replaceAll(BUILD, build)),
  ]);
}

/** A name for what the panel and what it fetches are together, which is the same wherever it is built. */
function buildOf(files: readonly File[]): string {
  const hash = createHash("sha256");
  for (const [path, contents] of files) if (/-(panel|more)\.js$/.test(path)) hash.update(contents);
  return hash.digest("hex").slice(0, BUILD.length);
}

async function buildOne({ name, entry }: (typeof bundles)[number], names: Names): Promise<File[]> {
  const { outputFiles = [], mangleCache } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: name }],
    plugins: pluginsOf(entry),
    // The desk's parts are not all counted there.
    define: { ...options.define, BUILD: JSON.stringify(BUILD) },
    ...(entry.startsWith("src/desk/") ? {} : { mangleProps, mangleCache: names }),
    write: false,
  });
  const textOf = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  Object.assign(names, mangleCache);
  const { code, map } = await squeeze({ code: textOf(".js"), map: textOf(".map") }, `${name}.js`);
  return [
    [`dist/${name}.js`, Buffer.from(code)],
    [`dist/${name}.js.map`, Buffer.from(map)],
  ];
}

/** The panel stands on what the loader has; the desk, which no visitor downloads, on the whole of Lit. */
export function pluginsOf(entry: string): Plugin[] {
  const always = [leanActionCable, minifyCssLiterals];
  if (entry.startsWith("src/desk/")) return always;
  const widget = [compileTemplates, ...always];
  if (entry === "src/embed/panel.ts") return [fromMore, fromLoader, ...widget];
  return entry === "src/embed/more.ts" ? [fromLoader, ...widget] : widget;
}

function describe({ text, location }: Message): string {
  return location ? `  ${location.file}:${location.line}:${location.column}: ${text}` : `  ${text}`;
}

/** The value of `integrity="…"` for each script (Subresource Integrity, section 3.2). */
function integrityOf(files: readonly (readonly [string, Uint8Array])[]): string {
  const scripts = files.filter(([path]) => path.endsWith(".js"));
  const hashes = scripts.map(([path, contents]) => [
    path.replace("dist/", ""),
    `sha384-${createHash("sha384").update(contents).digest("base64")}`,
  ]);
  return `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
}
