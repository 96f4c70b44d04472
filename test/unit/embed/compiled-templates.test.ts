import { readFile } from "node:fs/promises";
import * as lit from "lit/html.js";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { compileLiterals } from "../../../scripts/build/compile-literals.ts";
import * as compiled from "../../../src/embed/compiled-templates.ts";
import * as templates from "./templates-under-test.ts";

type Templates = typeof templates;

const { nothing } = lit;
const HERE = "test/unit/embed/templates-under-test.ts";

async function compiledTemplates(): Promise<Templates> {
  const module = await compileLiterals(await readFile(HERE, "utf8"), HERE);
  const code = module.replace(/import .*"lit\/html\.js";/, 'const nothing = Symbol.for("lit-nothing");');
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);
}

const drawers: [string, () => Promise<{ render: typeof compiled.render; of: Templates }>][] = [
  ["Lit", async () => ({ render: lit.render as unknown as typeof compiled.render, of: templates })],
  ["compiled", async () => ({ render: compiled.render, of: await compiledTemplates() })],
];

describe.each(drawers)("%s", (_, load) => {
  let place: HTMLElement;
  let of: Templates;
  let draw: (value: unknown) => string;

  beforeEach(async () => {
    const drawer = await load();
    of = drawer.of;
    place = document.body.appendChild(document.createElement("main"));
    draw = (value) => {
      drawer.render(value, place);
      return shown(place);
    };
  });

  afterEach(() => place.remove());

  test("a child is text, whatever stands in it", () => {
    expect(draw(of.text("<img onerror=x>"))).toBe("<p>before &lt;img onerror=x&gt; after</p>");
    expect(place.querySelector("img")).toBeNull();
  });

  test.each([nothing, null, undefined, ""])("a child that is %s is nothing", (value) => {
    draw(of.text("there"));
    expect(draw(of.text(value))).toBe("<p>before after</p>");
    expect(draw(of.text("again"))).toBe("<p>before again after</p>");
  });

  test.each([
    [0, "0"],
    [false, "false"],
  ])("a child that is %s is written", (value, text) => {
    expect(draw(of.text(value))).toBe(`<p>before ${text} after</p>`);
  });

  test("text that changes keeps its node", () => {
    draw(of.text("one"));
    const node = place.querySelector("p")?.childNodes[2];
    draw(of.text("two"));
    expect(node?.textContent).toBe("two");
    expect(node?.isConnected).toBe(true);
  });

  test("children at both ends of a template stay in their places", () => {
    const after = place.appendChild(document.createElement("footer"));
    expect(draw(of.atTheEdges("a", "b"))).toBe("<footer></footer>a<hr>b");
    expect(draw(of.atTheEdges(nothing, "c"))).toBe("<footer></footer><hr>c");
    expect(draw(of.atTheEdges("d", nothing))).toBe("<footer></footer>d<hr>");
    expect(after.isConnected).toBe(true);
  });

  test("neighbours do not mix", () => {
    draw(of.neighbours("a", "b"));
    expect(draw(of.neighbours(nothing, "c"))).toBe("<p>c</p>");
    expect(draw(of.neighbours("d", "c"))).toBe("<p>dc</p>");
  });

  test("an attribute is its value, is not there for nothing, and is empty for null", () => {
    expect(draw(of.attribute("x"))).toBe('<a data-fixed="yes" title="x">x</a>');
    expect(draw(of.attribute(nothing))).toBe('<a data-fixed="yes">x</a>');
    expect(draw(of.attribute(null))).toBe('<a data-fixed="yes" title="">x</a>');
    expect(draw(of.attribute(false))).toBe('<a data-fixed="yes" title="false">x</a>');
  });

  test("a boolean attribute is there or not", () => {
    expect(draw(of.bool(true))).toBe('<button disabled=""></button>');
    expect(draw(of.bool(0))).toBe("<button></button>");
    expect(draw(of.bool("yes"))).toBe('<button disabled=""></button>');
    expect(draw(of.bool(nothing))).toBe("<button></button>");
  });

  test("a property is set only when its value changes", () => {
    draw(of.property("a"));
    const input = place.querySelector("input") as HTMLInputElement;
    input.value = "typed";
    draw(of.property("a"));
    expect(input.value).toBe("typed");
    draw(of.property("b"));
    expect(input.value).toBe("b");
  });

  test("the listener is the last one that was given", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    draw(of.listener(first, "a"));
    draw(of.listener(second, "b"));
    place.querySelector("button")?.click();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    expect(second.mock.calls[0]?.[0]).toBeInstanceOf(Event);
  });

  test("the same template keeps its nodes, another one brings its own", () => {
    expect(draw(of.either(true, "x"))).toBe('<b title="x">x</b>');
    const element = place.querySelector("b");
    draw(of.either(true, "y"));
    expect(place.querySelector("b")).toBe(element);
    expect(draw(of.either(false, "y"))).toBe("<em>y</em>");
    expect(draw(of.either(true, "z"))).toBe('<b title="z">z</b>');
  });

  test("values find their places among comments, nested elements and other templates", () => {
    const drawn = '<section class="outer" id="v"><svg viewBox="0 0 1 1"><path d="v"></path></svg>';
    expect(draw(of.nested("v", "in"))).toBe(`${drawn}<div>in <span>v</span></div><time>v</time></section>`);
    expect(draw(of.nested("v", nothing))).toBe(`${drawn}<time>v</time></section>`);
  });

  test("a list grows, shrinks, changes its kind, and goes", () => {
    const list = (...items: unknown[]) => draw(of.text(items));
    expect(list("a", of.either(true, 1), ["b", "c"])).toBe('<p>before a<b title="1">1</b>bc after</p>');
    expect(list(of.either(false, 2))).toBe("<p>before <em>2</em> after</p>");
    expect(list("x", "y", "z")).toBe("<p>before xyz after</p>");
    expect(list()).toBe("<p>before after</p>");
    expect(list("w")).toBe("<p>before w after</p>");
    expect(draw(of.text("plain"))).toBe("<p>before plain after</p>");
  });

  test("a node is shown as it is, and stays where it is shown again", () => {
    const node = document.createElement("hr");
    expect(draw(of.text(node))).toBe("<p>before <hr> after</p>");
    const moves = new MutationObserver(() => undefined);
    moves.observe(place, { childList: true, subtree: true });
    draw(of.text(node));
    expect(moves.takeRecords()).toEqual([]);
    expect(draw(of.text(of.either(true, "x")))).toBe('<p>before <b title="x">x</b> after</p>');
    expect(node.isConnected).toBe(false);
  });

  test("two places that are drawn by the same template are two", () => {
    const other = document.createElement("div");
    draw(of.text(other));
    expect(draw([of.either(true, "a"), of.either(true, "b")])).toBe('<b title="a">a</b><b title="b">b</b>');
  });
});

test("what is drawn before a node stays before it", () => {
  const place = document.createElement("main");
  const last = place.appendChild(document.createElement("footer"));
  for (const value of ["a", "b", ["c", "d"]]) compiled.render(value, place, { renderBefore: last });
  expect(shown(place)).toBe("cd<footer></footer>");
});

/**
 * Without comments and indentation, and with attributes in one order: which of them come first is nobody's concern.
 */
function shown(place: HTMLElement): string {
  const copy = place.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll("*")) {
    const attributes = [...element.attributes].sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name } of attributes) element.removeAttribute(name);
    for (const { name, value } of attributes) element.setAttribute(name, value);
  }
  return copy
    .getHTML()
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/\s+/g, " ")
    .replaceAll("> <", "><")
    .trim();
}
