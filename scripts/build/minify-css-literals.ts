import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";

/** Literals tagged `css`, and plain ones with `css` in a block comment before them. */
const LITERAL = /(\bcss|\/\* css \*\/ ?)`((?:[^`\\]|\\[\s\S])*)`/g;

/**
 * Minifies the style sheets written inside TypeScript, so that they can be written to be read.
 * A literal with a `${…}` in it is left as it is: half a style sheet cannot be parsed.
 */
export const minifyCssLiterals: Plugin = {
  name: "minify-css-literals",
  setup(build) {
    build.onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => ({
      contents: await minifyLiterals(await readFile(path, "utf8"), path),
      loader: "ts",
    }));
  },
};

/** @throws Error where a style sheet does not parse; `path` is for its message */
export async function minifyLiterals(text: string, path: string): Promise<string> {
  let minified = "";
  let at = 0;
  for (const match of text.matchAll(LITERAL)) {
    const [whole, tag = "", css = ""] = match;
    minified += text.slice(at, match.index) + tag + (css.includes("${") ? `\`${css}\`` : await minifyOne(css, path));
    at = match.index + whole.length;
  }
  return minified + text.slice(at);
}

async function minifyOne(css: string, path: string): Promise<string> {
  // What the style sheet really is: the escapes of a back quote and of `${` are TypeScript's, not CSS's. Lit reads the
  // cooked text, so a CSS escape stands as `\\` there.
  const cooked = css.replace(/\\([`\\$])/g, "$1");
  const options = { loader: "css", minify: true, charset: "utf8", target: "es2022", sourcefile: path } as const;
  const { code, warnings } = await transform(cooked, options);
  if (warnings[0]) throw new Error(`${path}: a style sheet that does not parse: ${warnings[0].text}`);
  return `\`${code.trim().replace(/[`\\]|\$\{/g, "\\$&")}\``;
}
