import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ShownMessage } from "../../core/message.ts";
import { strings } from "../../locales/en.ts";
import { renderAvatar } from "../avatar/avatar.ts";
import { renderButton } from "../button.ts";
import { alertIcon, checkIcon, clockIcon } from "../icons.ts";
import { formatFull, formatTime } from "../message-list/format-time.ts";
import type { Row } from "../message-list/group-messages.ts";
import { linkify } from "./linkify.ts";

/** What becomes of a message from here: one that could not be sent, and one that still streams. */
export interface BubbleOwner {
  retry(clientId: string): void;
  discard(clientId: string): void;
  /** Absent where nobody may stop a reply. */
  cancel?(messageId: string): unknown;
}

export type AttachmentsRenderer = (message: ShownMessage, locale: string) => unknown;

/**
 * One message: who, what, when, and how it stands.
 *
 * @param actions what else can be done with it; stands beside its bubble
 * @param renderFiles draws its files; their names until that is at hand
 */
export function renderBubble(
  { message, day, first, last }: Row,
  locale: string,
  owner: BubbleOwner,
  actions?: unknown,
  renderFiles: AttachmentsRenderer = renderNames,
): TemplateResult {
  const { author, delivery } = message;
  const state = stateOf(message);
  // One's own has a delivery, whichever side of the conversation this is.
  const side = delivery ? "mine" : author.type === "system" ? "notice" : "theirs";
  const theirs = side === "theirs";
  const name = delivery ? strings.you : (author.name ?? strings[author.type]);
  return html`${day ? html`<div class="day" part="day">${day}</div>` : nothing}
    <div
      class=${`message ${side}${first ? " first" : ""}${last ? " last" : ""}`}
      part="message"
      data-message-id=${message.id ?? nothing}
      data-client-id=${message.clientId ?? nothing}
      data-state=${state}
    >
      ${theirs && last ? renderAvatar(name, author.avatarUrl) : nothing} ${actions}
      <div class="said">
        ${
          theirs && first && author.name
            ? html`<div class="author" part="author">${name}</div>`
            : html`<span class="vh">${strings.says(name)}</span>`
        }
        <div class="bubble" part="bubble" dir="auto" aria-busy=${state === "streaming"}
          >${renderBody(message)}${renderFiles(message, locale)}</div
        >
        ${renderMeta(message, name, state, last, locale, owner)}
      </div>
    </div>`;
}

/** What `data-state` says: how it stands on its way out for one's own, else the backend's word. */
export function stateOf({ state, delivery }: ShownMessage): string {
  return state === "deleted" ? state : (delivery ?? state);
}

function renderBody({ state, body }: ShownMessage): unknown {
  if (state === "deleted") return html`<em>${strings.deleted}</em>`;
  const caret = html`<span class="caret" role="img" aria-label=${strings.writing}></span>`;
  return [linkify(body), state === "streaming" ? caret : nothing];
}

function renderNames({ attachments }: ShownMessage): unknown {
  return attachments.map(({ name }) => html`<div>${name}</div>`);
}

function renderMeta(
  message: ShownMessage,
  name: string,
  state: string,
  last: boolean,
  locale: string,
  owner: BubbleOwner,
): TemplateResult | null {
  const meta = (...content: unknown[]) => html`<div class=${`meta ${state}`} part="status">${content}</div>`;
  if (state === "pending") return meta(clockIcon, strings.sending);
  if (state === "failed" && message.delivery) {
    const act = (part: string, text: string, what: (id: string) => void) =>
      renderButton("act", part, text, () => message.clientId && what(message.clientId));
    return meta(
      alertIcon,
      strings.notSent,
      // Files say themselves what is wrong with them.
      message.attachments[0] ? "" : ` ${message.error?.message}`,
      act("retry", strings.retry, (id) => owner.retry(id)),
      act("delete", strings.remove, (id) => owner.discard(id)),
    );
  }
  const note =
    state === "cancelled"
      ? strings.stopped
      : state === "failed"
        ? strings.interrupted
        : state === "streaming" && owner.cancel
          ? renderStop(message, name, owner)
          : null;
  if (!last && !note) return null;
  const { createdAt } = message;
  const sent = html`${checkIcon}<span class="vh">${strings.sent}</span>`;
  return meta(note, createdAt && renderTime(createdAt, locale), state === "sent" ? sent : nothing);
}

/** One button all the while: pressed, it says what it does, and the focus stays on it. */
function renderStop({ id, stopping }: ShownMessage, name: string, owner: BubbleOwner): TemplateResult {
  const label = stopping ? undefined : strings.stopReply(name);
  return renderButton(
    "act",
    "cancel",
    stopping ? strings.stopping : strings.stop,
    () => id && owner.cancel?.(id),
    label,
  );
}

function renderTime(createdAt: string, locale: string): TemplateResult {
  const time = new Date(createdAt);
  return html`<time part="time" datetime=${createdAt} title=${formatFull(time, locale)}>${formatTime(time, locale)}</time>`;
}
