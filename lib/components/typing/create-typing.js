import { html } from "lit/html.js";
import { typingText } from "../../locales/en.js";
import { typingCss } from "./typing.styles.js";
/** Gives `root` the looks of it. @returns what draws that those of these names are typing */
export function createTyping(root) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(typingCss);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return renderTyping;
}
export function renderTyping(names) {
    return html `<div class="typing" part="typing">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${typingText(names)}
  </div>`;
}
//# sourceMappingURL=create-typing.js.map