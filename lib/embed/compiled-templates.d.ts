/**
 * What `dist/` has in the place of lit-html. The build reads each `html` literal with Lit's own parser, once
 * (scripts/build/compile-templates.ts), as `@lit-labs/compiler` does, so that no visitor downloads the parser. What is
 * left to do is here: to make a template's nodes, and to keep them as its values say. `lib/` uses Lit itself; one suite
 * of tests runs on both (test/unit/embed/compiled-templates.test.ts).
 *
 * Not taken over, since the widget has none: directives, `noChange`, listeners that are objects, bound elements, text
 * beside an attribute's value.
 */
/** Draws nothing; an attribute with it is not there. */
export declare const nothing: unique symbol;
/** Draws `value` in `container`, before `renderBefore` where that is given; the next time, in the same place. */
export declare function render(value: unknown, container: Node, { renderBefore }?: {
    readonly renderBefore?: ChildNode | null;
}): void;
