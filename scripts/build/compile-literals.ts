import { parse, type TaggedTemplateExpression } from "acorn";
import { simple } from "acorn-walk";
import { transform } from "esbuild";
import { type CompiledTemplate, compileTemplate } from "./compile-template.ts";

/**
 * A module with what src/embed/compiled-templates.ts draws in the place of its `html` literals.
 *
 * @param path for the map and for what is thrown
 * @throws Error for a literal that cannot be compiled
 */
export async function compileLiterals(text: string, path: string): Promise<string> {
  const { code } = await transform(text, { loader: "ts", sourcefile: path, sourcemap: "inline", target: "esnext" });
  const literals = literalsIn(code);
  const templates: CompiledTemplate[] = [];

  /** What stands between two places, its literals compiled: those inside of a literal's values too. */
  function compiled(from: number, to: number): string {
    let made = "";
    let at = from;
    for (const literal of literals) {
      if (literal.start < at || literal.end > to) continue;
      made += code.slice(at, literal.start) + result(literal);
      at = literal.end;
    }
    return made + code.slice(at, to);
  }

  function result({ quasi: { quasis, expressions } }: TaggedTemplateExpression): string {
    const template = compileTemplate(quasis.map(({ value }) => value.cooked ?? ""));
    const name = `template${templates.push(template)}`;
    const [first, ...lines] = quasis.map(({ value }) => value.raw.replace(/[^\n]/g, ""));
    const values = expressions.map(({ start, end }, index) => compiled(start, end) + lines[index]);
    // In parentheses: after an arrow a brace would open a block.
    return `(${first}{ t: ${name}, v: [${values}] })`;
  }

  const module = compiled(0, code.length);
  // Before everything else, since a module may draw while it is evaluated; on its first line, since lines stay.
  return (
    templates.map((template, index) => `const template${index + 1} = ${JSON.stringify(template)};`).join("") + module
  );
}

function literalsIn(code: string): TaggedTemplateExpression[] {
  const literals: TaggedTemplateExpression[] = [];
  simple(parse(code, { ecmaVersion: "latest", sourceType: "module" }), {
    TaggedTemplateExpression(node) {
      if (node.tag.type === "Identifier" && node.tag.name === "html") literals.push(node);
    },
  });
  return literals.sort((one, other) => one.start - other.start);
}
