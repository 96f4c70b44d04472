import { html, nothing } from "lit/html.js";
/**
 * A button of the panel. It needs no type: there is no form it could submit.
 *
 * @param label says what it does where `content` is but an icon
 */
export function renderButton(shape, part, content, onClick, label, disabled = false) {
    return html `<button
    class=${shape}
    part=${part}
    aria-label=${label ?? nothing}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${content}
  </button>`;
}
//# sourceMappingURL=button.js.map