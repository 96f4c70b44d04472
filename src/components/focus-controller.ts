import type { ReactiveController, ReactiveControllerHost } from "lit";

interface FocusHost extends ReactiveControllerHost {
  readonly isOpen: boolean;
  readonly shadowRoot: ShadowRoot | null;
}

const FOCUSABLE = 'button:not(:disabled),a[href],textarea,[tabindex="0"]';
/** From here down the panel fills the screen, and is modal. */
const FULL_SCREEN = "(max-width: 480px)";

/** Where the keyboard is: into the panel when the visitor opens it, back out when it closes. */
export class FocusController implements ReactiveController {
  readonly #host: FocusHost;
  readonly #focusInput: () => void;
  readonly #focusLauncher: () => boolean;
  #wanted = false;
  #opener: HTMLElement | null = null;
  #wasOpen = false;
  #leaving = false;

  /** @param focusLauncher says whether there was a launcher to focus */
  constructor(host: FocusHost, focusInput: () => void, focusLauncher: () => boolean) {
    this.#host = host;
    this.#focusInput = focusInput;
    this.#focusLauncher = focusLauncher;
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
    this.#leaving = this.#wasOpen && !this.#host.isOpen && this.#panel?.contains(this.#active) === true;
  }

  hostUpdated(): void {
    const { isOpen } = this.#host;
    if (isOpen && this.#wanted) this.#focusInput();
    if (this.#leaving && !this.#focusLauncher()) this.#opener?.focus();
    if (!isOpen && this.#wasOpen) this.#opener = null;
    this.#wanted = false;
    this.#leaving = false;
    this.#wasOpen = isOpen;
  }

  /** On a full screen the page lies hidden behind: Tab goes round in the panel. */
  readonly keepInside = (event: KeyboardEvent): void => {
    if (event.key !== "Tab" || !this.fullScreen) return;
    const stops = [...(this.#panel?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    const [from, to] = event.shiftKey ? [stops.at(0), stops.at(-1)] : [stops.at(-1), stops.at(0)];
    if (this.#active !== from) return;
    event.preventDefault();
    to?.focus();
  };

  get #panel(): Element | null {
    return this.#host.shadowRoot?.querySelector(".panel") ?? null;
  }

  get #active(): Element | null {
    return this.#host.shadowRoot?.activeElement ?? null;
  }
}
