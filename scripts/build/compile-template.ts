import { _$LH as lit } from "lit-html/private-ssr-support.js";

/** What src/embed/compiled-templates.ts draws: a template's text, and its parts, in the order of their values. */
export interface CompiledTemplate {
  readonly h: string;
  readonly p: readonly CompiledPart[];
}

/** A child's place, or an attribute with its name as written. */
type CompiledPart = number | readonly [index: number, name: string];

/** Comments, Lit's markers for children, end tags, and start tags with what stands in them. */
const MARKUP = /<!--[\s\S]*?-->|<\?([^>]*)>|<\/[^>]*>|<[a-z][^\s/>]*((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi;
/** In such a tag: an attribute with values in it. */
const BOUND = new RegExp(
  `\\s+[^\\s=>]+${lit.boundAttributeSuffix.replaceAll("$", "\\$")}=(?:"([^"]*)"|'([^']*)'|([^\\s>]*))`,
  "g",
);
const INDENTATION = /\s*\n\s*/g;
/** A line's end beside tags or values only, and before the end of a tag. */
const BETWEEN = /(^|(?<=>))\n(?=<|$)|\n(?=>)/g;

/**
 * Reads an `html` literal with Lit's own parser.
 *
 * @param strings its text between the values
 * @throws Error for what src/embed/compiled-templates.ts does not draw: a value that is no child and no whole attribute
 */
export function compileTemplate(strings: readonly string[]): CompiledTemplate {
  // As JSX has it: a line's end is nothing between tags and values, and a blank in a text.
  const texts = strings.map((text) => text.replace(INDENTATION, "\n"));
  const [marked, names] = lit.getTemplateHtml(Object.assign(texts, { raw: texts }) as never, lit.HTML_RESULT as never);
  const attributeNames = [...names];
  const parts: CompiledPart[] = [];
  let index = -1;
  const html = String(marked).replace(MARKUP, (tag: string, comment?: string, attributes?: string) => {
    if (tag.startsWith("</")) return tag;
    index += 1;
    if (comment !== undefined) {
      if (`?${comment}` === lit.markerMatch) parts.push(index);
      return "<?>";
    }
    if (!attributes) return tag;
    return tag.replace(BOUND, (_, double?: string, single?: string, bare?: string) => {
      const around = (double ?? single ?? bare ?? "").split(lit.marker);
      const name = attributeNames.shift() ?? "";
      if (around.length !== 2 || around.join("") !== "")
        throw new Error(`"${name}" is not one value: ${texts.join("…")}`);
      parts.push([index, name]);
      return "";
    });
  });
  if (html.includes(lit.marker)) throw new Error(`A value is neither a child nor an attribute: ${texts.join("…")}`);
  return { h: html.replace(BETWEEN, "").replace(/\n/g, " "), p: parts };
}
