import { buildDist } from "./build-dist.ts";
import { buildLib } from "./build-lib.ts";
import { buildManifest } from "./build-manifest.ts";
import type { Output } from "./output.ts";

/** Everything that is built, in memory. @throws Error that names every part that could not be, and why */
export async function buildAll(): Promise<Output> {
  const parts = await Promise.allSettled([buildLib(), buildDist(), buildManifest()]);
  const failures = parts.flatMap((part) =>
    part.status === "rejected" ? [String(part.reason?.message ?? part.reason)] : [],
  );
  if (failures.length > 0) throw new Error(failures.join("\n\n"));
  return new Map(parts.flatMap((part) => (part.status === "fulfilled" ? [...part.value] : [])));
}
