import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { strings } from "../../locales/en.ts";
import { renderAvatar } from "../avatar/avatar.ts";
import type { ChatView } from "../chat-view.ts";
import { downIcon } from "../icons.ts";
import { linkify } from "../message-bubble/linkify.ts";
import { type BubbleOptions, renderBubble } from "../message-bubble/message-bubble.ts";
import { type ProblemOptions, renderProblem } from "../problem/problem.ts";
import { groupMessages } from "./group-messages.ts";
import type { ScrollController } from "./scroll-controller.ts";

export interface MessageListOptions extends BubbleOptions, ProblemOptions {
  chat: ChatView;
  scroll: ScrollController;
  /** Wall-clock milliseconds. */
  now: number;
  /** Whether the last attempt to load older messages failed. */
  olderFailed: boolean;
  onLoadOlder: () => void;
}

/** The messages, oldest first, and what stands around them. Rows that have not changed are not rendered again. */
export function renderMessageList(options: MessageListOptions): TemplateResult {
  const { chat, scroll, locale, now } = options;
  const day = new Date(now).toDateString();
  const row = (each: ReturnType<typeof groupMessages>[number]) =>
    guard([each.message, each.day, each.first, each.last, locale], () => renderBubble(each, options));
  // Older ones that arrive are not news: a screen reader would read a hundred of them aloud.
  const live = chat.loadingOlder || chat.webchat === null ? "off" : "polite";
  return html`<div class="list">
    <div class="messages" part="messages" role="log" aria-label=${strings.messages} aria-live=${live} tabindex="0" @scroll=${scroll.onScroll}>
      <div class="flow">
        ${renderTop(options)}
        <div class="rows">
          ${guard([chat.messages, locale, day], () =>
            repeat(groupMessages(chat.messages, locale, now), ({ message }) => message.key, row),
          )}
        </div>
        ${renderTyping(chat)}
      </div>
    </div>
    ${
      scroll.unseen
        ? html`<button class="pill" part="new-messages" type="button" @click=${() => scroll.scrollToNewest()}>
            ${strings.newMessages}${downIcon}
          </button>`
        : nothing
    }
  </div>`;
}

function renderTop(options: MessageListOptions): unknown {
  const { chat, olderFailed, onLoadOlder } = options;
  if (chat.loadingOlder) return html`<p class="older" part="loading">${strings.loadingOlder}</p>`;
  if (chat.hasMoreBefore) {
    return html`<p class="older">
      ${olderFailed ? html`<button class="quiet" part="load-older" type="button" @click=${onLoadOlder}>${strings.loadOlder}</button>` : nothing}
    </p>`;
  }
  if (chat.messages.length === 0 && chat.problem !== null) return renderProblem(chat.problem, options);
  const { webchat } = chat;
  if (webchat === null) {
    return chat.messages.length > 0 ? nothing : html`<p class="older loading" part="loading">${strings.loading}</p>`;
  }
  if (webchat.greeting) {
    return html`<div class="message theirs first last" part="greeting">
      ${renderAvatar(webchat.name, null)}
      <div class="said"><div class="bubble" part="bubble" dir="auto">${linkify(webchat.greeting)}</div></div>
    </div>`;
  }
  if (chat.messages.length > 0) return nothing;
  return html`<div class="empty" part="empty">
    <h3>${strings.emptyTitle}</h3>
    <p>${strings.emptyText}</p>
  </div>`;
}

function renderTyping({ typing }: ChatView): unknown {
  if (typing.length === 0) return nothing;
  const names = typing.map(({ name, type }) => name ?? strings[type]).join(", ");
  return html`<div class="typing" part="typing">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${strings.typing(names)}
  </div>`;
}
