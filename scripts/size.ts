import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { explain } from "./size/explain.ts";
import { root } from "./support/root.ts";

/** The most each script may cost a page, in bytes after `gzip -9`. A file without a budget is only told. */
const BUDGETS: Readonly<Record<string, number>> = {
  "cablechat.js": 4 * 1024,
  "cablechat-panel.js": 24 * 1024,
};

/** A second, rounder line that the panel is told against: 24 KB where a KB is 1,000 bytes. */
const PANEL_ROUND_BYTES = 24_000;

const files = ["cablechat.js", "cablechat-panel.js", "cablechat-more.js", "cablechat.full.js", "cablechat-desk.js"];

/**
 * `npm run size`: the gzip sizes of `dist/` beside their budgets. Fails where one is over.
 * `npm run size -- --why cablechat-panel` tells where a bundle's bytes come from, as the sources stand now.
 */
const [flag, bundle] = process.argv.slice(2);
if (flag === "--why") {
  process.stdout.write(line("module", "minified", "gzip -9"));
  for (const { group, minified, gzipped } of await explain(bundle ?? "cablechat-panel")) {
    process.stdout.write(line(group, minified, gzipped));
  }
  process.exit();
}

if (!files.every((name) => existsSync(join(root, "dist", name)))) {
  process.stderr.write('dist/ is not built, or not whole: run "npm run build".\n');
  process.exit(1);
}

const rows = files.map((name) => {
  const bytes = readFileSync(join(root, "dist", name));
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  const budget = BUDGETS[name];
  return { name, minified: bytes.length, gzipped, budget, over: budget !== undefined && gzipped > budget };
});

process.stdout.write(line("dist/", "minified", "gzip -9", "budget", "left"));
for (const { name, minified, gzipped, budget } of rows) {
  process.stdout.write(line(name, minified, gzipped, budget ?? "-", budget === undefined ? "-" : budget - gzipped));
}
const panel = rows.find(({ name }) => name === "cablechat-panel.js");
if (panel) process.stdout.write(`cablechat-panel.js against 24,000: ${PANEL_ROUND_BYTES - panel.gzipped} left\n`);

const over = rows.filter((row) => row.over);
for (const { name, gzipped, budget = 0 } of over) {
  process.stdout.write(`FAILED ${name} is ${gzipped - budget} bytes over its budget of ${budget}\n`);
}
process.exitCode = over.length > 0 ? 1 : 0;

function line(...[first, ...rest]: (string | number)[]): string {
  const cells = rest.map((cell) => String(cell).padStart(12));
  return `${String(first).padEnd(38)}${cells.join("")}\n`;
}
