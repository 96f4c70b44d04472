import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "../support/root.ts";
import { runBin } from "../support/run.ts";
import type { Output } from "./output.ts";

/** `custom-elements.json`: the elements' attributes, members, events, parts and CSS properties. */
export async function buildManifest(): Promise<Output> {
  const folder = mkdtempSync(join(root, "lib.next-"));
  try {
    const args = [
      "analyze",
      "--config",
      "custom-elements-manifest.config.mjs",
      "--quiet",
      "--outdir",
      basename(folder),
    ];
    const { ok, output } = await runBin("@custom-elements-manifest/analyzer/cem.js", args, { output: "capture" });
    if (!ok) throw new Error(`custom-elements.json could not be built:\n${output.trimEnd()}`);
    const manifest: unknown = JSON.parse(readFileSync(join(folder, "custom-elements.json"), "utf8"));
    return new Map([["custom-elements.json", Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
