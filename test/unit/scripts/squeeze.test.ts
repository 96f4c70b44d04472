import { SourceMap } from "node:module";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { squeeze } from "../../../scripts/build/squeeze.ts";

const SOURCE = 'const greet = (name) => {\n  const text = "Hello…";\n  console.warn(text, name);\n};\ngreet("Ana");\n';

async function squeezed() {
  const options = { sourcefile: "greet.ts", sourcemap: "external", minify: true } as const;
  return squeeze(await transform(SOURCE, options), "greet.js");
}

test("a squeezed script's map leads to the line it was written in", async () => {
  const { code, map } = await squeezed();
  const entry = new SourceMap(JSON.parse(map)).findEntry(0, code.indexOf("console.warn"));
  expect(entry).toMatchObject({ originalSource: "greet.ts", originalLine: 2 });
});

test("a squeezed script is ASCII, for pages that are not UTF-8, and names its map", async () => {
  const { code } = await squeezed();
  expect(code).toMatch(/^[\n -~]*$/);
  expect(code.trimEnd().split("\n").at(-1)).toBe("//# sourceMappingURL=greet.js.map");
});
