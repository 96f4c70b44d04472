import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./support/root.ts";
import { runScript } from "./support/run.ts";

/** `npm run bench`: every `bench/*.bench.ts`, one after the other. `npm run bench -- size` runs that one. */
const SUFFIX = ".bench.ts";

const all = readdirSync(join(root, "bench"), { encoding: "utf8" })
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench "${unknown.join('", "')}". There are: ${all.join(", ")}\n`);
  process.exit(2);
}

const failed: string[] = [];
for (const name of names.length > 0 ? names : all) {
  process.stdout.write(`\n━━━ bench: ${name}\n\n`);
  const { ok } = await runScript(`bench/${name}${SUFFIX}`);
  if (!ok) failed.push(name);
}
if (failed.length > 0) process.stderr.write(`\nFAILED: ${failed.join(", ")}\n`);
process.exitCode = failed.length > 0 ? 1 : 0;
