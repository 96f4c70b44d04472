import type { ReactiveController } from "lit";
import type { ControllerHost } from "./widget-element.ts";

export interface FocusHost extends ControllerHost {
  readonly isOpen: boolean;
  readonly renderRoot: ShadowRoot;
}

const FOCUSABLE = 'button:not(:disabled),a[href],textarea,[tabindex="0"]';
/** From here down the panel fills the screen, and is modal. */
const FULL_SCREEN = "(max-width: 480px)";

/** Where the keyboard is: into the panel when the visitor opens it, back out when it closes. */
export class FocusController implements ReactiveController {
  readonly #host: FocusHost;
  readonly #input: { focus(): void };
  readonly #launcher: { focus(): boolean };
  #wanted = false;
  #opener: HTMLElement | null = null;
  #wasOpen = false;
  #leaving = false;

  /** @param launcher says whether there was something to focus */
  constructor(host: FocusHost, input: { focus(): void }, launcher: { focus(): boolean }) {
    this.#host = host;
    this.#input = input;
    this.#launcher = launcher;
    host.addController(this);
  }

  get fullScreen(): boolean {
    return matchMedia(FULL_SCREEN).matches;
  }

  /** The next opening was somebody's wish: it takes the focus. One that comes by itself never does. */
  moveInOnOpen(): void {
    this.#wanted = true;
    if (!this.#host.isOpen) this.#opener = document.activeElement as HTMLElement | null;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { isOpen, renderRoot } = this.#host;
    this.#leaving = this.#wasOpen && !isOpen && !!renderRoot.activeElement?.closest(".panel");
  }

  hostUpdated(): void {
    const { isOpen } = this.#host;
    if (isOpen && this.#wanted) this.#input.focus();
    if (this.#leaving && !this.#launcher.focus()) this.#opener?.focus();
    if (!isOpen && this.#wasOpen) this.#opener = null;
    this.#wanted = false;
    this.#wasOpen = isOpen;
  }

  /** On a full screen the page lies hidden behind: Tab goes round in the panel. */
  keepInside(event: KeyboardEvent): void {
    if (event.key !== "Tab" || !this.fullScreen) return;
    const { renderRoot } = this.#host;
    const stops = [...renderRoot.querySelectorAll<HTMLElement>(`.panel :is(${FOCUSABLE})`)];
    if (event.shiftKey) stops.reverse();
    if (renderRoot.activeElement !== stops.at(-1)) return;
    event.preventDefault();
    stops[0]?.focus();
  }
}
