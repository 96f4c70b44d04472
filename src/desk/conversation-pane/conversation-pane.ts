import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { renderComposer } from "../../components/composer/composer.ts";
import type { ComposerController } from "../../components/composer/composer-controller.ts";
import { deskStrings } from "../../locales/desk-en.ts";
import type { DeskConversation } from "../desk-conversation.ts";
import { backIcon, infoIcon } from "../desk-icons.ts";
import { visitorName } from "../visitor-name.ts";
import { type DeskMessagesOptions, renderDeskMessages } from "./desk-messages.ts";

export interface ConversationPaneOptions extends DeskMessagesOptions {
  conversation: DeskConversation;
  composer: ComposerController;
  /** Whether the composer holds a message that was sent before. */
  editing: boolean;
  detailsOpen: boolean;
  onBack: () => void;
  onToggleDetails: () => void;
  onCancelEdit: () => void;
  onClose: () => void;
  onReopen: () => void;
  onKeydown: (event: KeyboardEvent) => void;
}

/** The conversation the agent looks at. */
export function renderConversationPane(options: ConversationPaneOptions): TemplateResult {
  const { conversation, composer, locale, editing } = options;
  const { status } = conversation.conversation;
  return html`<section
    class="pane conversation-pane"
    part="pane"
    aria-label=${visitorName(conversation.head)}
    data-conversation-id=${conversation.id}
    @keydown=${options.onKeydown}
  >
    ${renderHead(options)}
    ${keyed(conversation.id, renderDeskMessages(options))}
    ${editing ? renderEditing(options) : nothing}
    ${status === "closed" ? renderShut(options) : renderComposer(composer, locale)}
  </section>`;
}

/** What stands there before a conversation is chosen. */
export function renderNoConversation(): TemplateResult {
  return html`<section class="pane conversation-pane" part="pane">
    <div class="blank">
      <h2>${deskStrings.chooseTitle}</h2>
      <p>${deskStrings.chooseText}</p>
    </div>
  </section>`;
}

function renderHead(options: ConversationPaneOptions): TemplateResult {
  const { conversation } = options;
  const { status, assignee } = conversation.conversation;
  const { page } = conversation.head.visitor;
  return html`<header class="pane-head">
    ${button("icon-button back", deskStrings.back, backIcon, options.onBack)}
    <div class="title">
      <h2 dir="auto">${visitorName(conversation.head)}</h2>
      <p dir="auto">
        ${assignee?.name ? deskStrings.assigned(assignee.name) : (page?.title ?? deskStrings.visitor(conversation.id))}
      </p>
    </div>
    ${
      status === "open"
        ? html`<button class="quiet" part="close" type="button" title=${deskStrings.closeHint} @click=${options.onClose}>
            ${deskStrings.close}
          </button>`
        : nothing
    }
    ${button("icon-button toggle-details", deskStrings.details, infoIcon, options.onToggleDetails, options.detailsOpen)}
  </header>`;
}

function renderEditing({ onCancelEdit }: ConversationPaneOptions): TemplateResult {
  return html`<div class="editing" role="status">
    <span>${deskStrings.editing}</span>
    <button class="quiet" part="cancel-edit" type="button" @click=${onCancelEdit}>${deskStrings.cancel}</button>
  </div>`;
}

function renderShut({ onReopen }: ConversationPaneOptions): TemplateResult {
  return html`<div class="shut">
    <p>${deskStrings.isClosed}</p>
    <button class="quiet primary" part="reopen" type="button" @click=${onReopen}>${deskStrings.reopen}</button>
  </div>`;
}

function button(shape: string, label: string, icon: unknown, onClick: () => void, pressed?: boolean): TemplateResult {
  return html`<button
    class=${shape}
    type="button"
    aria-label=${label}
    aria-pressed=${pressed ?? nothing}
    title=${label}
    @click=${onClick}
  >
    ${icon}
  </button>`;
}
