/**
 * What `dist/` has in the place of lit-html. The build reads each `html` literal with Lit's own parser, once
 * (scripts/build/compile-templates.ts), as `@lit-labs/compiler` does, so that no visitor downloads the parser. What is
 * left to do is here: to make a template's nodes, and to keep them as its values say. `lib/` uses Lit itself; one suite
 * of tests runs on both (test/unit/embed/compiled-templates.test.ts).
 *
 * Not taken over, since the widget has none: directives, `noChange`, listeners that are objects, bound elements, text
 * beside an attribute's value.
 */

/** A child's place, or an attribute with its name as written (`.value`, `?disabled`, `@click`, `class`). */
type CompiledPart = number | readonly [index: number, name: string];

/** One `html` literal: its text and its parts, one a value. An index counts elements and comments as they are met. */
interface CompiledTemplate {
  readonly h: string;
  readonly p: readonly CompiledPart[];
  e?: HTMLTemplateElement;
}

/** What an `html` literal gives: the template `t` with the values `v`. */
interface CompiledResult {
  readonly t: CompiledTemplate;
  readonly v: readonly unknown[];
}

/** Shows a value. */
type Part = (value: unknown) => void;

interface Drawn {
  readonly template: CompiledTemplate;
  readonly parts: readonly Part[];
}

interface Item {
  readonly to: ChildNode;
  readonly show: Part;
}

/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT` */
const ELEMENTS_AND_COMMENTS = 129;

/** Draws nothing; an attribute with it is not there. */
export const nothing = Symbol.for("lit-nothing");

interface Policy {
  createHTML(html: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | undefined;

const roots = new WeakMap<Node, Part>();

/** Draws `value` in `container`, before `renderBefore` where that is given; the next time, in the same place. */
export function render(
  value: unknown,
  container: Node,
  { renderBefore = null }: { readonly renderBefore?: ChildNode | null } = {},
): void {
  const owner = renderBefore ?? container;
  const root = roots.get(owner) ?? childPart(container.insertBefore(new Comment(), renderBefore), renderBefore);
  roots.set(owner, root);
  root(value);
}

/** Shows values between two nodes: text, a node, a template's result, or an array of them. */
function childPart(start: ChildNode, end: ChildNode | null): Part {
  let shown: unknown = "";
  const insert = <Inserted extends Node>(node: Inserted) => (start.parentNode as Node).insertBefore(node, end);
  const clear = (from: ChildNode) => {
    for (let next = from.nextSibling; next && next !== end; next = from.nextSibling) next.remove();
  };
  const replace = (next: unknown, node?: Node | "") => {
    clear(start);
    if (node) insert(node);
    shown = next;
  };
  const item = (): Item => {
    const from = insert(new Comment());
    const to = insert(new Comment());
    return { to, show: childPart(from, to) };
  };
  return (value) => {
    if (Array.isArray(value)) {
      if (!Array.isArray(shown)) replace([]);
      const items = shown as Item[];
      items.splice(value.length);
      clear(value.length > 0 ? (items.at(-1)?.to ?? start) : start);
      for (const [index, each] of value.entries()) {
        items[index] ??= item();
        items[index].show(each);
      }
      return;
    }
    const { t: template, v: values = [] } = (value ?? {}) as Partial<CompiledResult>;
    if (template) {
      const same = (shown as Drawn).template === template;
      const nodes = same ? "" : nodesOf(template);
      const parts = nodes ? partsIn(nodes, template) : (shown as Drawn).parts;
      for (const [index, part] of parts.entries()) part(values[index]);
      if (nodes) replace({ template, parts }, nodes);
      return;
    }
    const next = value instanceof Node ? value : value === nothing ? "" : String(value ?? "");
    if (next === shown) return;
    if (typeof next === "string" && next && typeof shown === "string" && shown) {
      (start.nextSibling as Text).data = next;
      shown = next;
    } else replace(next, next instanceof Node ? next : next && new Text(next));
  };
}

function nodesOf(template: CompiledTemplate): DocumentFragment {
  if (!template.e) {
    // A page that requires Trusted Types lists the policies it allows: this one keeps Lit's name (docs/embedding.md). Made
    // when it is needed, since a script that only has templates may not make it a second time.
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    policy ??= trustedTypes?.createPolicy("lit-html", { createHTML: (html) => html });
    template.e = document.createElement("template");
    template.e.innerHTML = policy?.createHTML(template.h) ?? template.h;
  }
  return document.importNode(template.e.content, true);
}

function partsIn(nodes: DocumentFragment, template: CompiledTemplate): Part[] {
  const walker = document.createTreeWalker(nodes, ELEMENTS_AND_COMMENTS);
  let at = -1;
  return template.p.map((part) => {
    const [index, name] = typeof part === "number" ? [part] : part;
    for (; at < index; at += 1) walker.nextNode();
    const node = walker.currentNode;
    return name ? attributePart(node as Element, name) : childPart(node as ChildNode, node.nextSibling);
  });
}

function attributePart(element: Element, name: string): Part {
  const key = name.slice(1);
  let shown: unknown = nothing;
  if (name[0] === "@") element.addEventListener(key, (event) => (shown as (event: Event) => void)(event));
  return (next) => {
    if (next === shown) return;
    shown = next;
    const absent = next === nothing;
    if (name[0] === ".") Object.assign(element, { [key]: absent ? undefined : next });
    else if (name[0] === "?") element.toggleAttribute(key, !absent && !!next);
    else if (absent) element.removeAttribute(name);
    else if (name[0] !== "@") element.setAttribute(name, String(next ?? ""));
  };
}
