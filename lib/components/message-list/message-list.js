import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderAvatar } from "../avatar/avatar.js";
import { renderButton } from "../button.js";
import { downIcon } from "../icons.js";
import { linkify } from "../message-bubble/linkify.js";
import { renderBubble } from "../message-bubble/message-bubble.js";
import { groupMessages } from "./group-messages.js";
/**
 * The messages, oldest first, and what stands around them.
 *
 * @param now wall-clock milliseconds
 * @param banner lies over them
 * @param typing stands below them
 * @param renderAttachments draws a message's files, once that has been fetched
 */
export function renderMessageList(chat, scroll, rows, locale, now, problemText, onTryAgain, banner, typing, renderAttachments) {
    rows.show([chat.messages, locale, new Date(now).toDateString(), renderAttachments], () => groupMessages(chat.messages, locale, now).map((row) => ({
        key: row.message.key,
        inputs: [row.message, row.day, row.first, row.last, locale, renderAttachments],
        draw: () => renderBubble(row, locale, chat, undefined, renderAttachments),
    })));
    // Older ones that arrive are not news: a screen reader would read a hundred of them aloud.
    const live = chat.loadingOlder || !chat.webchat ? "off" : "polite";
    return html `<div class="list">
    <div
      class="messages"
      part="messages"
      role="log"
      aria-label=${strings.messages}
      aria-live=${live}
      tabindex="0"
      @scroll=${scroll.onScroll}
    >
      <div class="flow">${renderTop(chat, scroll, problemText, onTryAgain)}${rows.element}${typing}</div>
    </div>
    ${banner}
    ${scroll.unseen
        ? renderButton("pill", "new-messages", [strings.newMessages, downIcon], scroll.scrollToNewest)
        : nothing}
  </div>`;
}
function renderTop(chat, { olderFailed, loadOlder }, problemText, onTryAgain) {
    const { messages, webchat, problem } = chat;
    if (chat.loadingOlder)
        return renderLoading();
    if (chat.hasMoreBefore) {
        return html `<p class="older">
      ${olderFailed ? renderButton("quiet", "load-older", strings.loadOlder, loadOlder) : nothing}
    </p>`;
    }
    const empty = messages.length === 0;
    if (empty && problem) {
        const tryAgain = renderButton("quiet", "try-again", strings.tryAgain, onTryAgain);
        return renderWords("problem", strings.problemTitle, problemText(problem), tryAgain);
    }
    if (webchat?.greeting) {
        return html `<div class="message theirs first last" part="greeting">
      ${renderAvatar(webchat.name)}
      <div class="said">
        <div class="bubble" part="bubble" dir="auto">${linkify(webchat.greeting)}</div>
        <div class="meta"></div>
      </div>
    </div>`;
    }
    if (!empty)
        return nothing;
    return webchat ? renderWords("empty", strings.emptyTitle, strings.emptyText) : renderLoading();
}
function renderLoading() {
    return html `<p class="older loading" part="loading">${strings.loading}</p>`;
}
/** What stands in place of the messages. With something to be done about it, it is an alarm. */
function renderWords(part, title, text, action) {
    return html `<div class="empty" part=${part} role=${action ? "alert" : nothing}>
    <h3>${title}</h3>
    <p>${text}</p>
    ${action}
  </div>`;
}
//# sourceMappingURL=message-list.js.map