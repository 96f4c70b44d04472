import type { ReactiveController } from "lit";
/** What a piece of the widget asks of the element it serves. A `LitElement` has it too. */
export interface ControllerHost {
    readonly renderRoot: ParentNode;
    addController(controller: ReactiveController): void;
    requestUpdate(): void;
}
declare const Base: typeof HTMLElement;
/**
 * What the widget uses of `LitElement`, in a sixth of its bytes: a shadow root with a style sheet, updates batched in
 * a microtask, and controllers. Its properties are its attributes (element-properties.ts). docs/architecture.md has
 * the reason and the numbers.
 */
export declare abstract class WidgetElement extends Base implements ControllerHost {
    #private;
    readonly renderRoot: ShadowRoot;
    /** The first of its rules is the host's. */
    protected readonly sheet: CSSStyleSheet;
    constructor(css: string);
    /** Resolves when what has been asked for until now is drawn. */
    get updateComplete(): Promise<void>;
    addController(controller: ReactiveController): void;
    /** Draws anew, soon and once, however often it is called until then; not while outside a document. */
    requestUpdate(): void;
    connectedCallback(): void;
    disconnectedCallback(): void;
    /** Before the controllers look, and before anything is drawn. */
    protected abstract willUpdate(): void;
    /** What stands in the shadow root, before what was there already. */
    protected abstract render(): unknown;
    /** After everything is drawn. */
    protected abstract updated(): void;
}
export {};
