import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderButton } from "../button.js";
import { sendIcon } from "../icons.js";
import { BODY_LIMIT } from "./composer-controller.js";
/** So near the limit the visitor is told how much it is. */
const WARN_BELOW = 500;
/** Where the visitor writes. The name of the input is its label; the placeholder goes away. */
export function renderComposer(composer, locale) {
    const { tray, button, note = noteOf(composer, locale) } = composer.enclosures?.draw(locale) ?? {};
    const wrong = composer.refused || composer.length > BODY_LIMIT;
    return html `<div class="composer" part="composer">
    ${tray}
    <div class="field">
      ${button}<textarea
        part="input"
        rows="1"
        dir="auto"
        enterkeyhint="send"
        placeholder=${strings.placeholder}
        aria-label=${strings.inputLabel}
        aria-invalid=${wrong}
        aria-describedby=${note ? "note" : nothing}
        .value=${composer.text}
        @input=${composer.onInput}
        @keydown=${composer.onKeydown}
      ></textarea>
      ${renderButton("icon-button send", "send", sendIcon, composer.onSubmit, strings.send, !composer.sendable)}
    </div>
    <p class=${wrong ? "note wrong" : "note"} part="note" id="note" role="status">${note}</p>
  </div>`;
}
function noteOf({ length, refused }, locale) {
    if (refused)
        return strings.notSent;
    if (length <= BODY_LIMIT - WARN_BELOW)
        return null;
    return strings.characters(length.toLocaleString(locale), BODY_LIMIT.toLocaleString(locale));
}
//# sourceMappingURL=composer.js.map