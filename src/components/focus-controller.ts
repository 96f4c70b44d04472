import type { ControllerHost } from "./widget-element.ts";

export interface FocusHost extends ControllerHost {
  readonly isOpen: boolean;
  readonly renderRoot: ShadowRoot;
}

export interface FocusController {
  /** Whether the panel fills the screen, and is modal. */
  fullScreen(): boolean;
  /** The next opening was somebody's wish: it takes the focus. One that comes by itself never does. */
  moveInOnOpen(): void;
  /** On a full screen the page lies hidden behind: Tab goes round in the panel. */
  keepInside(event: KeyboardEvent): void;
}

/**
 * Where the keyboard is: into the panel when the visitor opens it, back out when it closes.
 *
 * @param launcher says whether there was something to focus
 */
export function createFocusController(
  host: FocusHost,
  input: { focus(): void },
  launcher: { focus(): boolean },
): FocusController {
  const root = host.renderRoot;
  let wanted = false;
  let opener: HTMLElement | null = null;
  let wasOpen = false;
  let leaving = false;
  let focused: Element | null = null;

  host.addController({
    hostUpdate() {
      focused = root.activeElement;
      leaving = wasOpen && !host.isOpen && !!focused?.closest(".panel");
    },
    hostUpdated() {
      const { isOpen } = host;
      if (isOpen && wanted) input.focus();
      if (leaving && !launcher.focus()) opener?.focus();
      // A button that has gone with what it was for: the keyboard goes on from where it stood.
      if (focused && !root.activeElement) root.querySelector<HTMLElement>(".messages")?.focus();
      focused = null;
      if (wasOpen && !isOpen) opener = null;
      wanted = false;
      wasOpen = isOpen;
    },
  });

  const fullScreen = () => matchMedia("(max-width:480px)").matches;
  return {
    fullScreen,
    moveInOnOpen() {
      wanted = true;
      if (!host.isOpen) opener = document.activeElement as HTMLElement | null;
      host.requestUpdate();
    },
    keepInside(event) {
      if (event.key !== "Tab" || !fullScreen()) return;
      const stops = [...root.querySelectorAll<HTMLElement>(".panel :is(button:not(:disabled),a,textarea,[tabindex])")];
      if (event.shiftKey) stops.reverse();
      if (root.activeElement !== stops.at(-1)) return;
      event.preventDefault();
      stops[0]?.focus();
    },
  };
}
