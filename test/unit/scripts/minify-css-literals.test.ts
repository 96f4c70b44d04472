import { expect, test } from "vitest";
import { minifyLiterals, shortenVariables } from "../../../scripts/build/minify-css-literals.ts";

test("a tagged style sheet loses its blanks and comments, and the code around it nothing", async () => {
  const text =
    'import { css } from "lit";\nexport const styles = css`\n  /* why */\n  .a > .b {\n    color: red;\n  }\n`;\n';
  expect(await minifyLiterals(text, "a.styles.ts")).toBe(
    'import { css } from "lit";\nexport const styles = css`.a>.b{color:red}`;\n',
  );
});

test("a plain literal is minified where it is marked", async () => {
  expect(await minifyLiterals("const a = /* css */ `.a { color: red }`;", "a.ts")).toBe(
    "const a = /* css */ `.a{color:red}`;",
  );
  expect(await minifyLiterals("const a = `.a { color: red }`;", "a.ts")).toBe("const a = `.a { color: red }`;");
});

test("a literal with a substitution is left as it is", async () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source file
  const text = "css`.a { width: ${width}px }`";
  expect(await minifyLiterals(text, "a.ts")).toBe(text);
});

test("an escape in a style sheet means the same afterwards", async () => {
  const minified = await minifyLiterals('css`.a::before { content: "\\\\2192"; }`', "a.ts");
  expect(minified).toBe('css`.a:before{content:"→"}`');
});

test("declarations that other style sheets take in are minified as such", async () => {
  const text = "css`\n  color: red;\n  --_line: #fff;\n`";
  expect(await minifyLiterals(text, "a.ts")).toBe("css`color:red;--_line:#fff;`");
});

test("a style sheet that does not parse stops the build and names its file", async () => {
  await expect(minifyLiterals("css`.a { color: red`", "a.styles.ts")).rejects.toThrow(/a\.styles\.ts/);
});

test("the style sheets' own variables get short names, and nothing else does", () => {
  const text = "color:var(--_on-accent);--_theme-accent:red;--cablechat-accent:red;--_accent:var(--_theme-accent)";
  expect(shortenVariables(text)).toBe(
    "color:var(--_n);--_theme-accent:red;--cablechat-accent:red;--_a:var(--_theme-accent)",
  );
});
