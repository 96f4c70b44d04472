/**
 * What `dist/` has in the place of lit-html. The build reads each `html` literal with Lit's own parser, once
 * (scripts/build/compile-templates.ts), as `@lit-labs/compiler` does, so that no visitor downloads the parser. What is
 * left to do is here: to make a template's nodes, and to keep them as its values say. `lib/` uses Lit itself; one suite
 * of tests runs on both (test/unit/embed/compiled-templates.test.ts).
 *
 * Not taken over, since the widget has none: directives, `noChange`, listeners that are objects, bound elements, text
 * beside an attribute's value.
 */
/** `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT` */
const ELEMENTS_AND_COMMENTS = 129;
/** Draws nothing; an attribute with it is not there. */
export const nothing = Symbol.for("lit-nothing");
let policy;
const roots = new WeakMap();
/** Draws `value` in `container`, before `renderBefore` where that is given; the next time, in the same place. */
export function render(value, container, { renderBefore = null } = {}) {
    const owner = renderBefore ?? container;
    const root = roots.get(owner) ?? childPart(container.insertBefore(new Comment(), renderBefore), renderBefore);
    roots.set(owner, root);
    root(value);
}
/** Shows values between two nodes: text, a node, a template's result, or an array of them. */
function childPart(start, end) {
    let shown = "";
    const insert = (node) => start.parentNode.insertBefore(node, end);
    const clear = (from) => {
        for (let next = from.nextSibling; next && next !== end; next = from.nextSibling)
            next.remove();
    };
    const replace = (next, node) => {
        clear(start);
        if (node)
            insert(node);
        shown = next;
    };
    const item = () => {
        const from = insert(new Comment());
        const to = insert(new Comment());
        return { to, show: childPart(from, to) };
    };
    return (value) => {
        if (Array.isArray(value)) {
            if (!Array.isArray(shown))
                replace([]);
            const items = shown;
            items.splice(value.length);
            clear(value.length > 0 ? (items.at(-1)?.to ?? start) : start);
            for (const [index, each] of value.entries()) {
                items[index] ??= item();
                items[index].show(each);
            }
            return;
        }
        const { t: template, v: values = [] } = (value ?? {});
        if (template) {
            const same = shown.template === template;
            const nodes = same ? "" : nodesOf(template);
            const parts = nodes ? partsIn(nodes, template) : shown.parts;
            for (const [index, part] of parts.entries())
                part(values[index]);
            if (nodes)
                replace({ template, parts }, nodes);
            return;
        }
        const next = value instanceof Node ? value : value === nothing ? "" : String(value ?? "");
        if (next === shown)
            return;
        if (typeof next === "string" && next && typeof shown === "string" && shown) {
            start.nextSibling.data = next;
            shown = next;
        }
        else
            replace(next, next instanceof Node ? next : next && new Text(next));
    };
}
function nodesOf(template) {
    if (!template.e) {
        // A page that requires Trusted Types lists the policies it allows: this one keeps Lit's name (docs/embedding.md). Made
        // when it is needed, since a script that only has templates may not make it a second time.
        const { trustedTypes } = globalThis;
        policy ??= trustedTypes?.createPolicy("lit-html", { createHTML: (html) => html });
        template.e = document.createElement("template");
        template.e.innerHTML = policy?.createHTML(template.h) ?? template.h;
    }
    return document.importNode(template.e.content, true);
}
function partsIn(nodes, template) {
    const walker = document.createTreeWalker(nodes, ELEMENTS_AND_COMMENTS);
    let at = -1;
    return template.p.map((part) => {
        const [index, name] = typeof part === "number" ? [part] : part;
        for (; at < index; at += 1)
            walker.nextNode();
        const node = walker.currentNode;
        return name ? attributePart(node, name) : childPart(node, node.nextSibling);
    });
}
function attributePart(element, name) {
    const key = name.slice(1);
    let shown = nothing;
    if (name[0] === "@")
        element.addEventListener(key, (event) => shown(event));
    return (next) => {
        if (next === shown)
            return;
        shown = next;
        const absent = next === nothing;
        if (name[0] === ".")
            Object.assign(element, { [key]: absent ? undefined : next });
        else if (name[0] === "?")
            element.toggleAttribute(key, !absent && !!next);
        else if (absent)
            element.removeAttribute(name);
        else if (name[0] !== "@")
            element.setAttribute(name, String(next ?? ""));
    };
}
//# sourceMappingURL=compiled-templates.js.map