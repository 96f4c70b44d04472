import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { renderAvatar } from "../../components/avatar/avatar.js";
import { formatDay, formatFull, formatTime, sameDay } from "../../components/message-list/format-time.js";
import { deskStrings } from "../../locales/desk-en.js";
import { visitorName } from "../visitor-name.js";
import { moveFocus } from "./move-focus.js";
const TABS = [
    ["open", deskStrings.open],
    ["closed", deskStrings.closedTab],
    ["all", deskStrings.all],
];
/** Who has written, the latest first. One stop for Tab; arrows move within. */
export function renderConversationList(options) {
    const { list, locale, now } = options;
    const { filter, heads } = list;
    const stop = heads.some(({ conversation }) => conversation.id === options.selected)
        ? options.selected
        : (heads[0]?.conversation.id ?? null);
    const day = new Date(now).toDateString();
    return html `<nav class="pane list-pane" aria-label=${deskStrings.conversations}>
    <div class="filter">
      <input
        class="search"
        part="search"
        type="search"
        placeholder=${deskStrings.search}
        aria-label=${deskStrings.search}
        @input=${(event) => options.onSearch(event.target.value.trim())}
      />
      <fieldset class="tabs">
        <legend class="vh">${deskStrings.status}</legend>
        ${TABS.map(([status, label]) => html `<label>
            <input
              type="radio"
              name="status"
              value=${status}
              .checked=${filter.status === status}
              @change=${() => options.onStatus(status)}
            /><span>${label}</span>
          </label>`)}
      </fieldset>
    </div>
    ${heads.length === 0 ? renderNone(list) : nothing}
    <ul class="conversations" part="conversations" ?hidden=${heads.length === 0} @keydown=${moveFocus}>
      ${repeat(heads, ({ conversation }) => conversation.id, (head) => {
        const { id } = head.conversation;
        const [current, tabbable] = [id === options.selected, id === stop];
        return guard([head, current, tabbable, locale, day], () => renderHead(head, { ...options, current, tabbable }));
    })}
      ${list.hasMore ? renderMore(list) : nothing}
    </ul>
  </nav>`;
}
function renderHead(head, { locale, now, current, tabbable, onSelect }) {
    const { conversation, unreadCount, activeAt } = head;
    const name = visitorName(head);
    const time = new Date(activeAt ?? Number.NaN);
    return html `<li>
    <button
      class=${unreadCount > 0 ? "conversation new" : "conversation"}
      part="conversation"
      type="button"
      data-conversation-id=${conversation.id}
      data-status=${conversation.status}
      aria-current=${current ? "true" : nothing}
      tabindex=${tabbable ? 0 : -1}
      @click=${() => onSelect(conversation.id)}
    >
      ${renderAvatar(name, null)}
      <b dir="auto">${name}</b>
      ${Number.isNaN(time.getTime())
        ? html `<span></span>`
        : html `<time datetime=${time.toISOString()} title=${formatFull(time, locale)}
              >${sameDay(time, new Date(now)) ? formatTime(time, locale) : formatDay(time, locale, now)}</time
            >`}
      <span class="preview" dir="auto">${previewOf(head)}</span>
      ${unreadCount === 0
        ? nothing
        : html `<span class="unread" part="unread">
              <span aria-hidden="true">${unreadCount > 99 ? "99+" : unreadCount}</span
              ><span class="vh">${deskStrings.unread(unreadCount)}</span>
            </span>`}
    </button>
  </li>`;
}
function previewOf({ lastMessage }) {
    if (!lastMessage)
        return deskStrings.noMessage;
    if (lastMessage.state === "deleted")
        return deskStrings.deleted;
    const text = lastMessage.body.trim() || (lastMessage.attachments.length > 0 ? deskStrings.file : "…");
    return lastMessage.author.type === "agent" ? deskStrings.you(text) : text;
}
function renderNone({ known, filter }) {
    const empty = filter.status === "closed" ? deskStrings.noneClosed : deskStrings.none;
    const text = known ? (filter.query === "" ? empty : deskStrings.noneFound) : deskStrings.loading;
    return html `<div class="blank" role="status">${text}</div>`;
}
function renderMore(list) {
    return html `<li class="more">
    <button class="quiet" type="button" ?disabled=${list.loadingMore} @click=${() => list.loadMore()}>
      ${list.loadingMore ? deskStrings.loading : deskStrings.loadMore}
    </button>
  </li>`;
}
//# sourceMappingURL=conversation-list.js.map