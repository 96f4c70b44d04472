import { html, nothing } from "lit";
import { deskStrings } from "../locales/desk-en.js";
export function renderNotice({ text, action }, onDismiss) {
    return html `<div class="notice" part="notice" role="alert">
    <p>${text}</p>
    ${action ? html `<button class="quiet" type="button" @click=${action.run}>${action.label}</button>` : nothing}
    <button class="quiet" type="button" @click=${onDismiss}>${action ? deskStrings.stay : deskStrings.dismiss}</button>
  </div>`;
}
//# sourceMappingURL=notice.js.map