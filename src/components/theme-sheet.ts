import type { Webchat } from "../core/webchat.ts";

/** What the backend's settings may style. Everything else they say is ignored. */
const THEME_NAMES = ["accent", "on-accent", "radius"] as const;

/**
 * The backend's colours as a style sheet of the shadow root: below the page's own custom properties, and without a
 * `style` attribute a policy could forbid. Each value is set as one property's, so it cannot become another rule.
 */
export class ThemeSheet {
  readonly #style: CSSStyleDeclaration;

  constructor(root: ShadowRoot) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{}");
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#style = (sheet.cssRules[0] as CSSStyleRule).style;
  }

  apply(theme: Webchat["theme"]): void {
    for (const name of THEME_NAMES) this.#style.setProperty(`--_theme-${name}`, theme[name] ?? "");
  }
}
