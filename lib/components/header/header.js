import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderAvatar } from "../avatar/avatar.js";
import { closeIcon } from "../icons.js";
import { formatReturn } from "../message-list/format-time.js";
/**
 * Who one is talking to, whether they are there, and the way out.
 *
 * @param now wall-clock milliseconds
 * @param onClose `null` where the chat cannot be closed (inline)
 */
export function renderHeader({ webchat, conversation }, locale, now, onClose) {
    const assignee = conversation?.assignee;
    const name = assignee?.name ?? webchat?.name ?? strings.chat;
    return html `<header class="header" part="header">
    ${webchat ? renderAvatar(name, assignee?.avatarUrl) : nothing}
    <div class="who">
      <h2 class="title" part="title" id="title">${name}</h2>
      ${webchat ? renderAvailability(webchat.availability, locale, now) : nothing}
    </div>
    ${onClose
        ? html `<button class="icon-button" part="close" type="button" aria-label=${strings.closeChat} @click=${onClose}>
            ${closeIcon}
          </button>`
        : nothing}
  </header>`;
}
function renderAvailability({ online, returnsAt }, locale, now) {
    const when = formatReturn(returnsAt, locale, now);
    const text = online ? strings.online : when ? strings.backAt(when) : strings.away;
    return html `<p class="availability" part="availability"><span class=${online ? "dot online" : "dot"}></span>${text}</p>`;
}
//# sourceMappingURL=header.js.map