import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SOURCE = fileURLToPath(new URL("search-worker.ts", import.meta.url));
/** Within the project, where the packages that are left outside are found from. */
const BUNDLE = fileURLToPath(new URL("../../node_modules/.cache/cablechat/search-worker.mjs", import.meta.url));

/**
 * The searching process as one plain script: a quarter faster than from its sources, which are transformed so that each
 * function and class keeps its name, and pay for it every time one is made.
 *
 * @returns where it is
 */
export async function bundleWorker(): Promise<string> {
  await build({
    entryPoints: [SOURCE],
    outfile: BUNDLE,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: "inline",
    logLevel: "warning",
  });
  return BUNDLE;
}
