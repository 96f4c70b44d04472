import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { root } from "../support/root.ts";
import { importedModules } from "./imported-modules.ts";

const list = join(root, "src/embed/more.ts");

/** Stands for the build until it is known what was built; as long as `buildOf` gives. */
export const BUILD = "_BUILD";
const FETCH = `Cablechat.load("more","${BUILD}")`;

/**
 * Lets the panel fetch what few visitors need: each `import("…")` in its sources becomes the loader's fetch of
 * dist/cablechat-more.js, whose modules src/embed/more.ts lists.
 */
export const fromMore: Plugin = {
  name: "from-more",
  setup(build) {
    const modules = importedModules(list);
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path: file }) => {
      const source = await readFile(file, "utf8");
      const contents = source.replace(/\bimport\("(.*?)"\)/g, (written, path: string) =>
        modules.includes(resolve(dirname(file), path)) ? FETCH : written,
      );
      return contents === source ? null : { contents, loader: "ts" };
    });
    build.onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { errors: [{ text: `import("${path}") is not in src/embed/more.ts` }] } : null,
    );
  },
};
