import { readFile } from "node:fs/promises";
import { type Plugin, transform } from "esbuild";

/** Literals tagged `css`, and plain ones with `css` in a block comment before them. */
const LITERAL = /(\bcss|\/\* css \*\/ ?)`((?:[^`\\]|\\[\s\S])*)`/g;

/** The style sheets' own variables, which nobody else may use: every visitor downloads them, some of them twenty times. */
const VARIABLES: Readonly<Record<string, string>> = {
  accent: "a",
  bottom: "b",
  danger: "d",
  font: "f",
  gap: "g",
  inset: "i",
  line: "l",
  muted: "m",
  "on-accent": "n",
  shadow: "h",
  soft: "o",
  surface: "s",
  text: "t",
};
const VARIABLE = new RegExp(`--_(${Object.keys(VARIABLES).join("|")})(?![\\w-])`, "g");

/**
 * Minifies the style sheets written inside TypeScript, so that they can be written to be read.
 * A literal with a `${…}` in it is left as it is: half a style sheet cannot be parsed.
 */
export const minifyCssLiterals: Plugin = {
  name: "minify-css-literals",
  setup(build) {
    build.onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => ({
      contents: shortenVariables(await minifyLiterals(await readFile(path, "utf8"), path)),
      loader: "ts",
    }));
  },
};

/** In all of a module: a literal that is left as it is shares its variables with others. */
export function shortenVariables(text: string): string {
  return text.replace(VARIABLE, (_, name: string) => `--_${VARIABLES[name]}`);
}

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
  const code = (await asStyleSheet(cooked)) ?? (await asDeclarations(cooked));
  if (code === null) throw new Error(`${path}: a style sheet that does not parse: ${cooked.trim().slice(0, 60)}…`);
  return `\`${code.replace(/[`\\]|\$\{/g, "\\$&")}\``;
}

async function asStyleSheet(css: string): Promise<string | null> {
  const { code, warnings } = await transform(css, { loader: "css", minify: true, charset: "utf8" });
  // Inside a custom property's value esbuild keeps every blank; after a comma or a colon none of ours means anything.
  return warnings.length === 0 ? code.trim().replace(/("[^"]*")|([,:]) /g, "$1$2") : null;
}

/** A fragment that other style sheets take in: `color:red;margin:0`. */
async function asDeclarations(css: string): Promise<string | null> {
  const rule = await asStyleSheet(`a{${css}}`);
  if (!rule || !/^a\{[^{}]*\}$/.test(rule)) return null;
  // What is written behind the fragment counts on its last semicolon.
  return rule.slice(2, -1) + (css.trimEnd().endsWith(";") ? ";" : "");
}
