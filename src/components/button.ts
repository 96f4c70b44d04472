import { html, nothing, type TemplateResult } from "lit/html.js";

/**
 * A button of the panel. It needs no type: there is no form it could submit.
 *
 * @param label says what it does where `content` is but an icon
 */
export function renderButton(
  shape: string,
  part: string,
  content: unknown,
  onClick: () => void,
  label?: string,
  disabled = false,
): TemplateResult {
  return html`<button
    class=${shape}
    part=${part}
    aria-label=${label ?? nothing}
    ?disabled=${disabled}
    @click=${onClick}
  >
    ${content}
  </button>`;
}
