import { html, nothing } from "lit/html.js";
import { strings } from "../../locales/en.js";
import { renderAvatar } from "../avatar/avatar.js";
import { renderButton } from "../button.js";
import { alertIcon, checkIcon, clockIcon } from "../icons.js";
import { formatFull, formatTime } from "../message-list/format-time.js";
import { linkify } from "./linkify.js";
/**
 * One message: who, what, when, and how it stands.
 *
 * @param actions what else can be done with it; stands beside its bubble
 * @param renderFiles draws its files; their names until that is at hand
 */
export function renderBubble({ message, day, first, last }, locale, owner, actions, renderFiles = renderNames) {
    const { author, delivery } = message;
    const state = stateOf(message);
    // One's own has a delivery, whichever side of the conversation this is.
    const side = delivery ? "mine" : author.type === "system" ? "notice" : "theirs";
    const theirs = side === "theirs";
    const name = delivery ? strings.you : (author.name ?? strings[author.type]);
    return html `${day ? html `<div class="day" part="day">${day}</div>` : nothing}
    <div
      class=${`message ${side}${first ? " first" : ""}${last ? " last" : ""}`}
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
          >${renderBody(message)}${renderFiles(message, locale)}</div
        >
        ${renderMeta(message, name, state, last, locale, owner)}
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
function renderNames({ attachments }) {
    return attachments.map(({ name }) => html `<div>${name}</div>`);
}
function renderMeta(message, name, state, last, locale, owner) {
    const meta = (...content) => html `<div class=${`meta ${state}`} part="status">${content}</div>`;
    if (state === "pending")
        return meta(clockIcon, strings.sending);
    if (state === "failed" && message.delivery) {
        const act = (part, text, what) => renderButton("act", part, text, () => message.clientId && what(message.clientId));
        return meta(alertIcon, strings.notSent, 
        // Files say themselves what is wrong with them.
        message.attachments[0] ? "" : ` ${message.error?.message}`, act("retry", strings.retry, (id) => owner.retry(id)), act("delete", strings.remove, (id) => owner.discard(id)));
    }
    const note = state === "cancelled"
        ? strings.stopped
        : state === "failed"
            ? strings.interrupted
            : state === "streaming" && owner.cancel
                ? renderStop(message, name, owner)
                : null;
    if (!last && !note)
        return null;
    const { createdAt } = message;
    const sent = html `${checkIcon}<span class="vh">${strings.sent}</span>`;
    return meta(note, createdAt && renderTime(createdAt, locale), state === "sent" ? sent : nothing);
}
/** One button all the while: pressed, it says what it does, and the focus stays on it. */
function renderStop({ id, stopping }, name, owner) {
    const label = stopping ? undefined : strings.stopReply(name);
    return renderButton("act", "cancel", stopping ? strings.stopping : strings.stop, () => id && owner.cancel?.(id), label);
}
function renderTime(createdAt, locale) {
    const time = new Date(createdAt);
    return html `<time part="time" datetime=${createdAt} title=${formatFull(time, locale)}>${formatTime(time, locale)}</time>`;
}
//# sourceMappingURL=message-bubble.js.map