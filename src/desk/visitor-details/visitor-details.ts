import { html, nothing, type TemplateResult } from "lit";
import { renderAvatar } from "../../components/avatar/avatar.ts";
import type { Assignee } from "../../core/conversation.ts";
import type { ConversationHead, Visitor } from "../../core/conversation-head.ts";
import { deskStrings } from "../../locales/desk-en.ts";
import { backIcon } from "../desk-icons.ts";
import { visitorName } from "../visitor-name.ts";

export interface VisitorDetailsOptions {
  head: ConversationHead;
  assignee: Assignee | null;
  onAssign: () => void;
  onRelease: () => void;
  onHide: () => void;
}

/** Who it is with, and where on the site they are. Everything here is the visitor's word, so nothing of it is markup. */
export function renderVisitorDetails(options: VisitorDetailsOptions): TemplateResult {
  const { head } = options;
  const { visitor, conversation } = head;
  const { name, email, attributes, page } = visitor;
  return html`<aside class="pane details-pane" part="details" aria-label=${deskStrings.details}>
    <button
      class="icon-button hide-details"
      type="button"
      aria-label=${deskStrings.hideDetails}
      title=${deskStrings.hideDetails}
      @click=${options.onHide}
    >
      ${backIcon}
    </button>
    <div class="who-card">
      ${renderAvatar(visitorName(head), null)}
      <h2 dir="auto">${visitorName(head)}</h2>
      ${name === null && email === null ? html`<p>${deskStrings.anonymous}</p>` : nothing}
    </div>
    <dl class="facts">
      ${fact(deskStrings.assignee, renderAssignee(options))}
      ${name === null ? nothing : fact(deskStrings.name, name)}
      ${email === null ? nothing : fact(deskStrings.email, html`<a href=${mailto(email)}>${email}</a>`)}
      ${Object.entries(attributes).map(([label, value]) => fact(label, value === null ? deskStrings.unknown : String(value)))}
      ${renderPage(page)} ${fact(deskStrings.number, conversation.id)}
    </dl>
  </aside>`;
}

function renderAssignee({ assignee, onAssign, onRelease }: VisitorDetailsOptions): TemplateResult {
  return assignee
    ? html`<span class="assignee"
        >${assignee.name}
        <button class="quiet" part="release" type="button" @click=${onRelease}>${deskStrings.release}</button></span
      >`
    : html`<span class="assignee"
        >${deskStrings.nobody}
        <button class="quiet" part="assign" type="button" @click=${onAssign}>${deskStrings.assign}</button></span
      >`;
}

function renderPage(page: Visitor["page"]): unknown {
  if (!page) return nothing;
  const title = page.title || page.url;
  const place = html`${link(page.url, title)}${title === page.url ? nothing : html`<small>${page.url}</small>`}`;
  return html`${fact(deskStrings.page, place)}
  ${page.referrer ? fact(deskStrings.cameFrom, link(page.referrer, page.referrer)) : nothing}`;
}

function fact(label: string, value: unknown): TemplateResult {
  return html`<div>
    <dt dir="auto">${label}</dt>
    <dd dir="auto">${value}</dd>
  </div>`;
}

/** A link for http(s) only: the address is whatever the visitor's browser has sent. */
function link(url: string, text: string): unknown {
  if (!/^https?:\/\//i.test(url)) return text;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
}

/** RFC 6068: everything but the one "@" is data, or an address could bring its own subject and body. */
function mailto(email: string): string {
  return `mailto:${encodeURIComponent(email).replace("%40", "@")}`;
}
