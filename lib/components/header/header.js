import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderAvatar } from "../avatar/avatar.js";
import { renderButton } from "../button.js";
import { closeIcon } from "../icons.js";
import { formatReturn } from "../message-list/format-time.js";
/**
 * Who one is talking to, whether they are there, and the way out.
 *
 * @param now wall-clock milliseconds
 * @param live whether what is known of them is of now
 * @param onClose `null` where the chat cannot be closed (inline)
 */
export function renderHeader({ webchat, conversation }, locale, now, live, onClose) {
    const assignee = conversation?.assignee;
    const name = assignee?.name ?? webchat?.name ?? strings.chat;
    return html `<header class="header" part="header">
    ${webchat ? renderAvatar(name, assignee?.avatarUrl) : nothing}
    <div class="who">
      <h2 class="title" part="title" id="title">${name}</h2>
      ${webchat ? renderAvailability(webchat.availability, locale, now, live) : nothing}
    </div>
    ${onClose ? renderButton("icon-button", "close", closeIcon, onClose, strings.closeChat) : nothing}
  </header>`;
}
function renderAvailability({ online, returnsAt }, locale, now, live) {
    const when = formatReturn(returnsAt, locale, now);
    const text = online ? strings.online : when ? strings.backAt(when) : strings.away;
    return html `<p class=${online && live ? "dot online" : "dot"} part="availability">${text}</p>`;
}
//# sourceMappingURL=header.js.map