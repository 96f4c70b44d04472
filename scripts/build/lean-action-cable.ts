import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

const folder = join(dirname(createRequire(import.meta.url).resolve("@rails/actioncable/package.json")), "src");

const INERT: Readonly<Record<string, string>> = {
  connection_monitor: "export default class { stop() {} isRunning() {} }",
  logger: "export default { log() {} }",
};

/** Each stands on a line of its own. Left in, the log's texts would be most of what is bundled. */
const IDLE_LINE = /^\s*(logger\.log|this\.monitor\.(start|record\w+))\(.*\)$/gm;
/** Only the monitor calls it. */
const REOPEN = /^ {2}reopen\(\) \{$[\s\S]*?^ {2}\}$/m;

/**
 * Bundles `@rails/actioncable` from its own sources, without the two parts that never run: `ApplicationChannel` decides
 * when a socket is dead, so the library's monitor is stopped before its first poll, and its log is off. Two kilobytes
 * of every visitor's download.
 */
export const leanActionCable: Plugin = {
  name: "lean-action-cable",
  setup(build) {
    build.onResolve({ filter: /^@rails\/actioncable$/ }, () => ({
      path: join(folder, "index.js"),
      sideEffects: false,
    }));
    build.onResolve({ filter: /^\.\/(connection_monitor|logger)$/ }, ({ path, importer }) =>
      dirname(importer) === folder ? { path: path.slice(2), namespace: "inert" } : null,
    );
    build.onLoad({ filter: /connection\.js$/ }, async ({ path }) =>
      dirname(path) === folder
        ? { contents: (await readFile(path, "utf8")).replace(IDLE_LINE, "").replace(REOPEN, "") }
        : null,
    );
    build.onLoad({ filter: /.*/, namespace: "inert" }, ({ path }) => ({ contents: INERT[path] ?? "", loader: "js" }));
  },
};
