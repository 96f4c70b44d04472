import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { renderAttachments } from "../../components/files/attachments.js";
import { downIcon } from "../../components/icons.js";
import { renderBubble } from "../../components/message-bubble/message-bubble.js";
import { groupMessages } from "../../components/message-list/group-messages.js";
import { renderTyping } from "../../components/typing/create-typing.js";
import { deskStrings } from "../../locales/desk-en.js";
import { strings } from "../../locales/en.js";
import { editIcon, removeIcon } from "../desk-icons.js";
/** The messages, oldest first: the widget's bubbles, with what an agent can do about the own ones. */
export function renderDeskMessages(options) {
    const { conversation, scroll, locale, now } = options;
    const { messages } = conversation;
    const row = (each) => guard([each.message, each.day, each.first, each.last, locale], () => renderBubble(each, locale, conversation, renderActions(each.message, options), renderAttachments));
    return html `<div class="list">
    <div
      class="messages"
      part="messages"
      role="log"
      aria-label=${strings.messages}
      aria-live=${conversation.loadingOlder ? "off" : "polite"}
      tabindex="0"
      @scroll=${scroll.onScroll}
    >
      <div class="flow">
        ${renderOlder(options)}
        <div class="rows">
          ${repeat(groupMessages(messages, locale, now), ({ message }) => message.key, row)} ${renderSeen(conversation)}
        </div>
        ${conversation.typing.length > 0 ? renderTyping(conversation.head.visitor.name ?? strings.visitor) : nothing}
      </div>
    </div>
    ${scroll.unseen
        ? html `<button class="pill" part="new-messages" type="button" @click=${scroll.scrollToNewest}>
            ${strings.newMessages}${downIcon}
          </button>`
        : nothing}
  </div>`;
}
function renderOlder({ conversation, scroll }) {
    if (conversation.loadingOlder)
        return html `<p class="older">${strings.loading}</p>`;
    if (!conversation.hasMoreBefore || !scroll.olderFailed)
        return nothing;
    return html `<p class="older">
    <button class="quiet" type="button" @click=${scroll.loadOlder}>${deskStrings.loadOlder}</button>
  </p>`;
}
function renderSeen({ messages, conversation }) {
    const newest = messages.at(-1);
    if (!newest?.id || newest.delivery !== "sent" || conversation.seen.visitor !== newest.id)
        return nothing;
    return html `<p class="seen" part="seen">${deskStrings.seen}</p>`;
}
/** For the agent's own messages, once the backend has them. */
function renderActions(message, { onEdit, onRemove }) {
    if (message.id === null || message.delivery !== "sent" || message.state === "deleted")
        return nothing;
    return html `<div class="actions">
    <button
      class="icon-button"
      part="edit"
      type="button"
      aria-label=${deskStrings.edit}
      title=${deskStrings.edit}
      @click=${() => onEdit(message)}
    >
      ${editIcon}
    </button>
    <button
      class="icon-button"
      part="remove"
      type="button"
      aria-label=${deskStrings.remove}
      title=${deskStrings.remove}
      @click=${() => onRemove(message)}
    >
      ${removeIcon}
    </button>
  </div>`;
}
//# sourceMappingURL=desk-messages.js.map