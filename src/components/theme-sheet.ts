import type { Webchat } from "../core/webchat.ts";

/** What the backend's settings may style. Everything else they say is ignored. */
const THEME_NAMES = ["accent", "on-accent", "radius"] as const;

/**
 * The backend's colours as a style sheet of the shadow root: below the page's own custom properties, and without a
 * `style` attribute a policy could forbid. Each value is set as one property's, so it cannot become another rule.
 */
export class ThemeSheet {
  readonly #root: ShadowRoot;
  #rule: CSSStyleRule | null = null;

  constructor(root: ShadowRoot) {
    this.#root = root;
  }

  apply(theme: Webchat["theme"]): void {
    const { style } = (this.#rule ??= this.#adopt());
    for (const name of THEME_NAMES) {
      const value = theme[name];
      if (value === undefined) style.removeProperty(`--_theme-${name}`);
      else style.setProperty(`--_theme-${name}`, value);
    }
  }

  #adopt(): CSSStyleRule {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host{}");
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
    return sheet.cssRules[0] as CSSStyleRule;
  }
}
