import type { Webchat } from "../core/webchat.ts";

/** What the backend's settings may style. Everything else they say is ignored. */
const THEME_NAMES = ["accent", "on-accent", "radius"] as const;

/**
 * Sets the backend's colours on the host's own rule, the first of `sheet`: below the page's custom properties, and
 * without a `style` attribute a policy could forbid. Each is one property's value, so it cannot become another rule.
 */
export function applyTheme(sheet: CSSStyleSheet, theme: Webchat["theme"]): void {
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  for (const name of THEME_NAMES) style.setProperty(`--_theme-${name}`, theme[name] ?? "");
}
