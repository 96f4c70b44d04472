import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** Within the project, where the packages that are left outside are found from. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/cablechat/", import.meta.url));

/** What lies beside a source is found from where the source is, not from where the bundle is. */
const ownUrls: Plugin = {
  name: "own-urls",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const url = JSON.stringify(pathToFileURL(path).href);
      return { loader: "ts", contents: source.replaceAll("import.meta.url", url) };
    });
  },
};

/**
 * A script for `fork()` with all that it imports of ours, as one plain file. It starts in less than half the time that
 * its sources take, and runs a quarter faster: those are transformed so that each function and class keeps its name, and
 * pay for it every time one is made. For its stacks to name the sources, start it with `--enable-source-maps`.
 *
 * @param source where the script is, absolute
 * @returns where the bundle is: named by what is in it, so that any number of processes may ask for it at once
 */
export async function bundledScript(source: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    sourcesContent: false,
    logLevel: "warning",
    // What a source map says is relative to the bundle.
    outdir: CACHE,
    plugins: [ownUrls],
  });
  const [bundle] = outputFiles;
  if (!bundle) throw new Error(`There is no bundle of ${source}.`);
  const name = `${basename(source, ".ts")}-${createHash("sha256").update(bundle.contents).digest("hex").slice(0, 16)}`;
  await mkdir(CACHE, { recursive: true });
  const unfinished = join(CACHE, `${name}-${process.pid}.unfinished`);
  await writeFile(unfinished, bundle.contents);
  const script = join(CACHE, `${name}.mjs`);
  await rename(unfinished, script);
  return script;
}
