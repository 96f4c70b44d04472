import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./support/root.ts";
import { runScript } from "./support/run.ts";

/**
 * `npm run soak`: random faults for 30 minutes; `npm run soak -- --minutes 3 --seed 7` for so long, and the same faults
 * again. It serves a copy of `dist/`: who builds meanwhile changes nothing under it.
 */
const dist = await mkdtemp(join(tmpdir(), "cablechat-soak-"));
try {
  await cp(join(root, "dist"), dist, { recursive: true });
  const { ok } = await runScript("bench/soak/run.ts", process.argv.slice(2), { env: { CABLECHAT_DIST: dist } });
  process.exitCode = ok ? 0 : 1;
} finally {
  await rm(dist, { recursive: true, force: true });
}
