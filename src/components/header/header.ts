import { html, nothing, type TemplateResult } from "lit";
import { strings } from "../../locales/en.ts";
import { renderAvatar } from "../avatar/avatar.ts";
import type { ChatView } from "../chat-view.ts";
import { closeIcon } from "../icons.ts";
import { formatReturn } from "../message-list/format-time.ts";

export interface HeaderOptions {
  chat: ChatView;
  locale: string;
  /** Wall-clock milliseconds. */
  now: number;
  /** `null` where the chat cannot be closed (inline). */
  onClose: (() => void) | null;
}

/** Who one is talking to, whether they are there, and the way out. */
export function renderHeader({ chat, locale, now, onClose }: HeaderOptions): TemplateResult {
  const { webchat } = chat;
  const assignee = chat.conversation?.assignee ?? null;
  const name = assignee?.name ?? webchat?.name ?? strings.chat;
  const online = webchat?.availability.online ?? false;
  return html`<header class="header" part="header">
    ${webchat === null ? nothing : renderAvatar(name, assignee?.avatarUrl ?? null)}
    <div class="who">
      <h2 class="title" part="title" id="title">${name}</h2>
      ${
        webchat === null
          ? nothing
          : html`<p class="availability" part="availability">
              <span class=${online ? "dot online" : "dot"}></span>${availabilityText(chat, locale, now)}
            </p>`
      }
    </div>
    ${
      onClose === null
        ? nothing
        : html`<button class="icon-button" part="close" type="button" aria-label=${strings.closeChat} @click=${onClose}>
            ${closeIcon}
          </button>`
    }
  </header>`;
}

function availabilityText({ webchat }: ChatView, locale: string, now: number): string {
  if (webchat?.availability.online) return strings.online;
  const when = formatReturn(webchat?.availability.returnsAt ?? null, locale, now);
  return when === null ? strings.away : strings.backAt(when);
}
