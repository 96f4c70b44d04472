import { expect, test } from "vitest";
import { compileLiterals } from "../../../scripts/build/compile-literals.ts";
import { compileTemplate } from "../../../scripts/build/compile-template.ts";

test("what is left of a module stands on the line it stood on", async () => {
  const source = `export const draw = (value: string) => html\`
    <p>\${value}</p>
    \${[value].map((each) => html\`<b>
      \${each}</b>\`)}\`;
export const marked = 1;
`;
  const compiled = await compileLiterals(source, "draw.ts");
  const lineOf = (text: string, code: string) => code.slice(0, code.indexOf(text)).split("\n").length;
  expect(compiled).not.toContain("html`");
  expect(lineOf("marked", compiled)).toBe(lineOf("marked", source));
});

test("indentation is a blank", () => {
  expect(compileTemplate(["<p>\n    <b>x</b>\n  </p>"]).h).toBe("<p> <b>x</b> </p>");
});

test.each([
  ["an element", ["<p ", "></p>"]],
  ["the text of a text area", ["<textarea>", "</textarea>"]],
  ["a comment", ["<!-- ", " -->"]],
])("a value that is bound to %s stops the build", (_, strings) => {
  expect(() => compileTemplate(strings)).toThrow(/neither a child nor an attribute: .*…/);
});
