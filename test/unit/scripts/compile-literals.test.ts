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

test.each([
  ["between tags is nothing", ["\n  <p>\n    <b>x</b>\n  </p>\n"], "<p><b>x</b></p>"],
  ["beside a value is nothing", ["<p>\n  ", "\n  <b\n    >x</b\n  ></p>"], "<p><?><b>x</b></p>"],
  ["in a text is a blank", ["<p>one\n  two <b>x</b></p>"], "<p>one two <b>x</b></p>"],
  ["in a tag is a blank", ["<p\n  id=a\n  class=b>x</p>"], "<p id=a class=b>x</p>"],
])("indentation %s", (_, strings, html) => {
  expect(compileTemplate(strings).h).toBe(html);
});

test.each([
  ["an element", ["<p ", "></p>"]],
  ["the text of a text area", ["<textarea>", "</textarea>"]],
  ["a comment", ["<!-- ", " -->"]],
])("a value that is bound to %s stops the build", (_, strings) => {
  expect(() => compileTemplate(strings)).toThrow(/neither a child nor an attribute: .*…/);
});

test("text beside an attribute's value stops the build", () => {
  expect(() => compileTemplate(['<p class="a ', '"></p>'])).toThrow(/"class" is not one value: .*…/);
});
