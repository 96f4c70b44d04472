import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderAvatar } from "../avatar/avatar.js";
import { alertIcon, checkIcon, clockIcon } from "../icons.js";
import { formatFull, formatTime } from "../message-list/format-time.js";
import { linkify, renderLink } from "./linkify.js";
/**
 * One message: who, what, when, and how it stands.
 *
 * @param actions what else can be done with it; stands beside its bubble
 */
export function renderBubble({ message, day, first, last }, locale, owner, actions) {
    const { author, delivery } = message;
    const state = stateOf(message);
    // One's own has a delivery, whichever side of the conversation this is.
    const side = delivery ? "mine" : author.type === "system" ? "notice" : "theirs";
    const theirs = side === "theirs";
    const name = delivery ? strings.you : (author.name ?? strings[author.type]);
    return html `${day ? html `<div class="day" part="day">${day}</div>` : nothing}
    <div
      class="message ${side} ${first ? "first" : ""} ${last ? "last" : ""}"
      part="message"
      data-message-id=${message.id ?? nothing}
      data-client-id=${message.clientId ?? nothing}
      data-state=${state}
    >
      ${theirs && last ? renderAvatar(name, author.avatarUrl) : nothing} ${actions}
      <div class="said">
        ${theirs && first && author.name
        ? html `<div class="author" part="author">${name}</div>`
        : html `<span class="vh">${strings.says(name)}</span>`}
        <div class="bubble" part="bubble" dir="auto" aria-busy=${state === "streaming"}
          >${renderBody(message)}${message.attachments.map(renderAttachment)}</div
        >
        ${renderMeta(message, state, last, locale, owner)}
      </div>
    </div>`;
}
/** What `data-state` says: how it stands on its way out for one's own, else the backend's word. */
export function stateOf({ state, delivery }) {
    return state === "deleted" ? state : (delivery ?? state);
}
function renderBody({ state, body }) {
    if (state === "deleted")
        return html `<em>${strings.deleted}</em>`;
    const caret = html `<span class="caret" role="img" aria-label=${strings.writing}></span>`;
    return [linkify(body), state === "streaming" ? caret : nothing];
}
function renderAttachment({ name, url }) {
    return html `<div>${/^https?:/i.test(url) ? renderLink(url, name, "attachment") : name}</div>`;
}
function renderMeta({ clientId, createdAt, delivery }, state, last, locale, owner) {
    if (state === "failed" && delivery) {
        const act = (part, text, what) => html `<button part=${part} type="button" @click=${() => clientId && what(clientId)}>${text}</button>`;
        return html `<div class="meta failed" part="status">
      ${alertIcon}${strings.notSent}
      ${act("retry", strings.retry, (id) => owner.retry(id))}
      ${act("delete", strings.remove, (id) => owner.discard(id))}
    </div>`;
    }
    if (state === "pending") {
        return html `<div class="meta pending" part="status">${clockIcon}${strings.sending}</div>`;
    }
    const note = state === "cancelled" ? strings.stopped : state === "failed" ? strings.interrupted : null;
    if (!last && !note)
        return nothing;
    const time = new Date(createdAt ?? Number.NaN);
    return html `<div class="meta" part="status">
    ${note}
    ${Number.isNaN(+time)
        ? nothing
        : html `<time part="time" datetime=${time.toISOString()} title=${formatFull(time, locale)}
            >${formatTime(time, locale)}</time
          >`}
    ${state === "sent" ? html `${checkIcon}<span class="vh">${strings.sent}</span>` : nothing}
  </div>`;
}
//# sourceMappingURL=message-bubble.js.map