import { html, nothing, type TemplateResult } from "lit";
import type { Attachment, ShownMessage } from "../../core/message.ts";
import { strings } from "../../locales/en.ts";
import { renderAvatar } from "../avatar/avatar.ts";
import { alertIcon, checkIcon, clockIcon } from "../icons.ts";
import { formatFull, formatTime } from "../message-list/format-time.ts";
import type { Row } from "../message-list/group-messages.ts";
import { linkify } from "./linkify.ts";

export interface BubbleOptions {
  locale: string;
  onRetry: (clientId: string) => void;
  onDiscard: (clientId: string) => void;
  /** What else can be done with a message; stands beside its bubble. */
  actions?: (message: ShownMessage) => unknown;
}

// Not in a template: those go into the bundle as they stand, and a page need not be UTF-8.
const SEPARATOR = "·";

/** One message: who, what, when, and how it stands. */
export function renderBubble({ message, day, first, last }: Row, options: BubbleOptions): TemplateResult {
  const side = sideOf(message);
  const state = stateOf(message);
  const author = nameOf(message);
  const shape = `message ${side}${first ? " first" : ""}${last ? " last" : ""}`;
  return html`${day === null ? nothing : html`<div class="day" part="day">${day}</div>`}
    <div
      class=${shape}
      part="message"
      data-message-id=${message.id ?? nothing}
      data-client-id=${message.clientId ?? nothing}
      data-state=${state}
    >
      ${side === "theirs" && last ? renderAvatar(author, message.author.avatarUrl) : nothing}
      ${options.actions?.(message)}
      <div class="said">
        ${
          side === "theirs" && first && message.author.name
            ? html`<div class="author" part="author">${author}</div>`
            : html`<span class="vh">${strings.says(author)}</span>`
        }
        <div class="bubble" part="bubble" dir="auto" aria-busy=${state === "streaming"}
          >${renderBody(message)}${message.attachments.map(renderAttachment)}</div
        >
        ${renderMeta(message, state, last, options)}
      </div>
    </div>`;
}

/** What `data-state` says: how it stands on its way out for one's own, else the backend's word. */
export function stateOf({ state, delivery }: ShownMessage): string {
  return state === "deleted" ? state : (delivery ?? state);
}

function renderBody(message: ShownMessage): unknown {
  if (message.state === "deleted") return html`<em>${strings.deleted}</em>`;
  if (message.state !== "streaming") return linkify(message.body);
  return html`${linkify(message.body)}<span class="caret" role="img" aria-label=${strings.writing}></span>`;
}

function renderAttachment({ name, url }: Attachment): TemplateResult {
  if (!/^https?:/i.test(url)) return html`<span class="attachment">${name}</span>`;
  return html`<a class="attachment" part="attachment" href=${url} target="_blank" rel="noopener noreferrer nofollow"
    >${name}</a
  >`;
}

function renderMeta(message: ShownMessage, state: string, last: boolean, options: BubbleOptions): unknown {
  const { clientId } = message;
  if (state === "failed" && message.delivery === "failed") {
    return html`<div class="meta failed" part="status">
      ${alertIcon}${strings.notSent}
      <button part="retry" type="button" @click=${() => clientId && options.onRetry(clientId)}>${strings.retry}</button>
      <span aria-hidden="true">${SEPARATOR}</span>
      <button part="delete" type="button" @click=${() => clientId && options.onDiscard(clientId)}>
        ${strings.remove}
      </button>
    </div>`;
  }
  if (state === "pending") {
    return html`<div class="meta pending" part="status">${clockIcon}${strings.sending}</div>`;
  }
  const note = state === "cancelled" ? strings.stopped : state === "failed" ? strings.interrupted : null;
  if (!last && note === null) return nothing;
  const time = new Date(message.createdAt ?? Number.NaN);
  return html`<div class="meta" part="status">
    ${note === null ? nothing : `${note} ${SEPARATOR}`}
    ${
      Number.isNaN(time.getTime())
        ? nothing
        : html`<time part="time" datetime=${time.toISOString()} title=${formatFull(time, options.locale)}
            >${formatTime(time, options.locale)}</time
          >`
    }
    ${state === "sent" ? html`${checkIcon}<span class="vh">${strings.sent}</span>` : nothing}
  </div>`;
}

/** One's own has a delivery, whichever side of the conversation this is. */
function sideOf({ author, delivery }: ShownMessage): "mine" | "theirs" | "notice" {
  return delivery !== null ? "mine" : author.type === "system" ? "notice" : "theirs";
}

function nameOf({ author, delivery }: ShownMessage): string {
  return delivery !== null ? strings.you : (author.name ?? strings[author.type]);
}
