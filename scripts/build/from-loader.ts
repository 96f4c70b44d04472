import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { root } from "../support/root.ts";
import { importedModules } from "./imported-modules.ts";

const list = join(root, "src/embed/shared.ts");

/**
 * Takes from the loader what the loader has: the panel is only ever fetched by it. Each import of a module that
 * src/embed/shared.ts names becomes one of the loader's list on the global `Cablechat`.
 */
export const fromLoader: Plugin = {
  name: "from-loader",
  setup(build) {
    const text = readFileSync(list, "utf8");
    const modules = importedModules(list);
    const names = /export const shared = \[([^\]]*)\]/.exec(text)?.[1]?.match(/\w+/g) ?? [];
    if (names.length === 0) throw new Error("src/embed/shared.ts: the build reads no list of names in it.");
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) =>
      modules.includes(resolve(resolveDir, path)) ? { path: "shared", namespace: "from-loader" } : null,
    );
    build.onLoad({ filter: /.*/, namespace: "from-loader" }, () => ({
      contents: `export const [${names.join(", ")}] = Cablechat.shared;`,
      loader: "js",
    }));
  },
};
