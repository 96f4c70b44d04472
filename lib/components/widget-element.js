import { render } from "lit/html.js";
// Where there is no DOM (server rendering), the module can still be imported.
const Base = (globalThis.HTMLElement ?? Object);
/**
 * What the widget uses of `LitElement`, in a sixth of its bytes: a shadow root with a style sheet, updates batched in
 * a microtask, and controllers. Its properties are its attributes (element-properties.ts). docs/architecture.md has
 * the reason and the numbers.
 */
export class WidgetElement extends Base {
    renderRoot;
    /** The first of its rules is the host's. */
    sheet;
    #controllers = [];
    #pending = null;
    #renderBefore;
    constructor(css) {
        super();
        this.renderRoot = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        this.sheet = new CSSStyleSheet();
        this.sheet.replaceSync(css);
        this.renderRoot.adoptedStyleSheets = [this.sheet];
    }
    /** Resolves when what has been asked for until now is drawn. */
    get updateComplete() {
        return Promise.resolve(this.#pending ?? undefined);
    }
    addController(controller) {
        this.#controllers.push(controller);
    }
    /** Draws anew, soon and once, however often it is called until then; not while outside a document. */
    requestUpdate() {
        this.#pending ??= Promise.resolve().then(() => this.#update());
    }
    connectedCallback() {
        this.requestUpdate();
    }
    disconnectedCallback() {
        for (const controller of this.#controllers)
            controller.hostDisconnected?.();
    }
    #update() {
        try {
            if (!this.isConnected)
                return;
            this.willUpdate();
            for (const controller of this.#controllers)
                controller.hostUpdate?.();
            if (this.#renderBefore === undefined)
                this.#renderBefore = this.renderRoot.firstChild;
            render(this.render(), this.renderRoot, { renderBefore: this.#renderBefore });
        }
        finally {
            // What is asked for from here on needs another one.
            this.#pending = null;
        }
        for (const controller of this.#controllers)
            controller.hostUpdated?.();
        this.updated();
    }
}
//# sourceMappingURL=widget-element.js.map