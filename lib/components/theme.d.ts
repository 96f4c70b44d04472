import type { Webchat } from "../core/webchat.js";
/**
 * Sets the backend's colours on the host's own rule, the first of `sheet`: below the page's custom properties, and
 * without a `style` attribute a policy could forbid. Each is one property's value, so it cannot become another rule.
 */
export declare function applyTheme(sheet: CSSStyleSheet, theme: Webchat["theme"]): void;
