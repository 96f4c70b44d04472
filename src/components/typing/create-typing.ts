import { html, type TemplateResult } from "lit/html.js";
import { typingText } from "../../locales/en.ts";
import { typingCss } from "./typing.styles.ts";

/** Gives `root` the looks of it. @returns what draws that those of these names are typing */
export function createTyping(root: ShadowRoot): (names: string) => TemplateResult {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(typingCss);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return renderTyping;
}

export function renderTyping(names: string): TemplateResult {
  return html`<div class="typing" part="typing">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${typingText(names)}
  </div>`;
}
