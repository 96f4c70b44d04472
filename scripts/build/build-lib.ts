import { mkdtempSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../support/root.ts";
import { runBin } from "../support/run.ts";
import { type Output, readFolder } from "./output.ts";

const RELATIVE_TS = /((?:\bfrom|\bimport)\s*\(?\s*"\.{1,2}\/[^"]*)\.ts"/g;

/**
 * `lib/`: ES modules, declarations and maps. Compiled beside `lib/`, at the same depth, so that the paths inside the
 * maps are right and a build that fails leaves the last one alone.
 */
export async function buildLib(): Promise<Output> {
  const folder = mkdtempSync(join(root, "lib.next-"));
  try {
    const args = ["-p", "tsconfig.build.json", "--outDir", basename(folder)];
    const { ok, output } = await runBin("typescript/bin/tsc", args, { output: "capture" });
    if (!ok) throw new Error(`tsc could not build lib/:\n${output.trimEnd()}`);
    return new Map([...readFolder(folder, "lib")].map(([path, bytes]) => [path, withJsExtensions(path, bytes)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The compiler rewrites `./x.ts` to `./x.js` in code but not in declarations, where older compilers do not take it. */
function withJsExtensions(path: string, bytes: Uint8Array): Uint8Array {
  if (!path.endsWith(".d.ts")) return bytes;
  return Buffer.from(Buffer.from(bytes).toString("utf8").replace(RELATIVE_TS, '$1.js"'));
}
