import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { renderAttachments } from "../../components/files/attachments.ts";
import { downIcon } from "../../components/icons.ts";
import { renderBubble } from "../../components/message-bubble/message-bubble.ts";
import { groupMessages } from "../../components/message-list/group-messages.ts";
import type { ScrollController } from "../../components/message-list/scroll-controller.ts";
import { renderTyping } from "../../components/typing/create-typing.ts";
import type { ShownMessage } from "../../core/message.ts";
import { deskStrings } from "../../locales/desk-en.ts";
import { strings } from "../../locales/en.ts";
import type { DeskConversation } from "../desk-conversation.ts";
import { editIcon, removeIcon } from "../desk-icons.ts";

export interface DeskMessagesOptions {
  conversation: DeskConversation;
  locale: string;
  scroll: ScrollController;
  /** Wall-clock milliseconds. */
  now: number;
  onEdit: (message: ShownMessage) => void;
  onRemove: (message: ShownMessage) => void;
}

/** The messages, oldest first: the widget's bubbles, with what an agent can do about the own ones. */
export function renderDeskMessages(options: DeskMessagesOptions): TemplateResult {
  const { conversation, scroll, locale, now } = options;
  const { messages } = conversation;
  const row = (each: ReturnType<typeof groupMessages>[number]) =>
    guard([each.message, each.day, each.first, each.last, locale], () =>
      renderBubble(each, locale, conversation, renderActions(each.message, options), renderAttachments),
    );
  return html`<div class="list">
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
    ${
      scroll.unseen
        ? html`<button class="pill" part="new-messages" type="button" @click=${scroll.scrollToNewest}>
            ${strings.newMessages}${downIcon}
          </button>`
        : nothing
    }
  </div>`;
}

function renderOlder({ conversation, scroll }: DeskMessagesOptions): unknown {
  if (conversation.loadingOlder) return html`<p class="older">${strings.loading}</p>`;
  if (!conversation.hasMoreBefore || !scroll.olderFailed) return nothing;
  return html`<p class="older">
    <button class="quiet" type="button" @click=${scroll.loadOlder}>${deskStrings.loadOlder}</button>
  </p>`;
}

function renderSeen({ messages, conversation }: DeskConversation): unknown {
  const newest = messages.at(-1);
  if (!newest?.id || newest.delivery !== "sent" || conversation.seen.visitor !== newest.id) return nothing;
  return html`<p class="seen" part="seen">${deskStrings.seen}</p>`;
}

/** For the agent's own messages, once the backend has them. */
function renderActions(message: ShownMessage, { onEdit, onRemove }: DeskMessagesOptions): unknown {
  if (message.id === null || message.delivery !== "sent" || message.state === "deleted") return nothing;
  return html`<div class="actions">
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
