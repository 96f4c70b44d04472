import type { ReactiveController } from "lit";
import { render } from "lit/html.js";

/** What a piece of the widget asks of the element it serves. A `LitElement` has it too. */
export interface ControllerHost {
  readonly renderRoot: ParentNode;
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

// Where there is no DOM (server rendering), the module can still be imported.
const Base = (globalThis.HTMLElement ?? Object) as typeof HTMLElement;

/**
 * What the widget uses of `LitElement`, in a sixth of its bytes: a shadow root with a style sheet, updates batched in
 * a microtask, and controllers. Its properties are its attributes (element-properties.ts). docs/architecture.md has
 * the reason and the numbers.
 */
export abstract class WidgetElement extends Base implements ControllerHost {
  readonly renderRoot: ShadowRoot;
  /** The first of its rules is the host's. */
  protected readonly sheet: CSSStyleSheet;
  readonly #controllers: ReactiveController[] = [];
  #pending: Promise<void> | null = null;
  #renderBefore: ChildNode | null | undefined;

  constructor(css: string) {
    super();
    this.renderRoot = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(css);
    this.renderRoot.adoptedStyleSheets = [this.sheet];
  }

  /** Resolves when what has been asked for until now is drawn. */
  get updateComplete(): Promise<void> {
    return Promise.resolve(this.#pending ?? undefined);
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  /** Draws anew, soon and once, however often it is called until then; not while outside a document. */
  requestUpdate(): void {
    this.#pending ??= Promise.resolve().then(() => this.#update());
  }

  connectedCallback(): void {
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Before the controllers look, and before anything is drawn. */
  protected abstract willUpdate(): void;

  /** What stands in the shadow root, before what was there already. */
  protected abstract render(): unknown;

  /** After everything is drawn. */
  protected abstract updated(): void;

  #update(): void {
    try {
      if (!this.isConnected) return;
      this.willUpdate();
      for (const controller of this.#controllers) controller.hostUpdate?.();
      if (this.#renderBefore === undefined) this.#renderBefore = this.renderRoot.firstChild;
      render(this.render(), this.renderRoot, { renderBefore: this.#renderBefore });
    } finally {
      // What is asked for from here on needs another one.
      this.#pending = null;
    }
    for (const controller of this.#controllers) controller.hostUpdated?.();
    this.updated();
  }
}
