import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { bundles, options } from "../../esbuild.config.mjs";
import { pluginsOf } from "../build/build-dist.ts";
import { minifyLiterals } from "../build/minify-css-literals.ts";
import { root } from "../support/root.ts";

/** What a group of modules (a folder of src/, a package) weighs in a bundle. */
export interface Share {
  readonly group: string;
  readonly minified: number;
  /** What the bundle would lose after gzip without it; measured module by module, so only roughly. */
  readonly gzipped: number;
}

interface Module {
  readonly group: string;
  readonly minified: number;
  readonly text: string;
}

/** Where a bundle's bytes come from, heaviest first. @throws Error where there is no bundle of that name */
export async function explain(bundle: string): Promise<Share[]> {
  const modules = await modulesOf(bundle);
  const whole = weigh(modules);
  return [...new Set(modules.map(({ group }) => group))]
    .map((group) => ({
      group,
      minified: modules.reduce((sum, module) => sum + (module.group === group ? module.minified : 0), 0),
      gzipped: whole - weigh(modules.filter((module) => module.group !== group)),
    }))
    .sort((a, b) => b.gzipped - a.gzipped);
}

async function modulesOf(bundle: string): Promise<Module[]> {
  const entry = bundles.find(({ name }) => name === bundle)?.entry;
  if (!entry) throw new Error(`There is no bundle "${bundle}"`);
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: bundle }],
    plugins: pluginsOf(entry),
    sourcemap: false,
    metafile: true,
    write: false,
  });
  const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
  const used = Object.entries(inputs).filter(
    // What a plugin made up (`inert:…`) has no file, and weighs a line or two.
    ([path, { bytesInOutput }]) => bytesInOutput > 0 && existsSync(join(root, path)),
  );
  return Promise.all(
    used.map(async ([path, { bytesInOutput }]) => ({
      group: groupOf(path),
      minified: bytesInOutput,
      text: await minifiedAlone(path),
    })),
  );
}

async function minifiedAlone(path: string): Promise<string> {
  const text = await readFile(join(root, path), "utf8");
  const source = path.endsWith(".styles.ts") ? await minifyLiterals(text, path) : text;
  const { code } = await transform(source, { loader: "ts", format: "esm", target: "es2022", minify: true });
  return code;
}

function weigh(modules: readonly Module[]): number {
  return gzipSync(modules.map(({ text }) => text).join(""), { level: 9 }).length;
}

function groupOf(path: string): string {
  const segments = path.split("/");
  if (segments[0] !== "node_modules") return segments.slice(0, 3).join("/");
  return segments.slice(1, segments[1]?.startsWith("@") ? 3 : 2).join("/");
}
