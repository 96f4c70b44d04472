import { mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Within the project, where the packages that are left outside are found from. */
const CACHE = fileURLToPath(new URL("../../node_modules/.cache/cablechat/", import.meta.url));

/**
 * A searching process's script, with all it imports, as one plain script: a quarter faster than from its sources, which are
 * transformed so that each function and class keeps its name, and pay for it every time one is made.
 *
 * @returns where it is: in a folder of its own, since two searches may begin at once; whoever asked for it removes the folder
 */
export async function bundleWorker(source: string): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const outfile = join(await mkdtemp(join(CACHE, "search-")), "worker.mjs");
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
