import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import { root } from "../support/root.ts";
import { compileLiterals } from "./compile-literals.ts";

const RUNTIME = join(root, "src/embed/compiled-templates.ts");

/**
 * Compiles the `html` literals of the widget's components, and bundles src/embed/compiled-templates.ts for what they
 * import from Lit. Only text changes place, never a line: maps stay true.
 */
export const compileTemplates: Plugin = {
  name: "compile-templates",
  setup(build) {
    build.onResolve({ filter: /^lit\/html\.js$/ }, () => ({ path: RUNTIME }));
    build.onLoad({ filter: /\/src\/components\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      return text.includes("html`") ? { contents: await compileLiterals(text, path), loader: "js" } : null;
    });
  },
};
