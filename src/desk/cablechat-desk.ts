import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import { browserClock } from "../browser/browser-clock.ts";
import { dispatch } from "../components/host-events.ts";
import { resolveLocale } from "../components/resolve-locale.ts";
import type { Theme } from "../components/settings.ts";
import { CablechatError } from "../core/errors.ts";
import { outcomeOf } from "../core/outcome.ts";
import { browserPorts } from "../index.ts";
import { deskStrings } from "../locales/desk-en.ts";
import { strings } from "../locales/en.ts";
import { cablechatDeskStyles } from "./cablechat-desk.styles.ts";
import { renderConnectionLine } from "./connection-line.ts";
import { renderConversationList } from "./conversation-list/conversation-list.ts";
import { renderConversationPane, renderNoConversation } from "./conversation-pane/conversation-pane.ts";
import { Desk } from "./desk.ts";
import { DeskController } from "./desk-controller.ts";
import type { DeskConversation } from "./desk-conversation.ts";
import type { DeskOptions } from "./desk-options.ts";
import { reasonOf, renderDeskProblem } from "./desk-problem.ts";
import { type Notice, renderNotice } from "./notice.ts";
import { PaneController } from "./pane-controller.ts";
import { renderVisitorDetails } from "./visitor-details/visitor-details.ts";

const SEARCH_DELAY_MS = 250;

/**
 * The agent's desk: the list of conversations, the one being read, and who it is with.
 *
 * @tag cablechat-desk
 * @fires {CustomEvent} cablechat:connection - the connection's state has changed
 * @fires {CustomEvent} cablechat:unread - the number of unread messages has changed
 * @fires {CustomEvent} cablechat:error - something went wrong; `detail.error` is a `CablechatError`
 * @fires {CustomEvent} cablechat:sign-out - the agent has signed out, or must sign in anew; the token is gone
 * @csspart status - the line about the connection
 * @csspart conversations - the list
 * @csspart conversation - one conversation in it, with `data-conversation-id`
 * @csspart pane - the conversation being read
 * @csspart messages - its messages
 * @csspart message - one message
 * @csspart input - the text field
 * @csspart send - the send button
 * @csspart details - who the visitor is
 */
export class CablechatDesk extends LitElement {
  static override readonly styles = cablechatDeskStyles;
  static override readonly properties: PropertyDeclarations = {
    endpoint: {},
    webchat: {},
    token: {},
    cable: {},
    channel: {},
    agentName: { attribute: "agent-name" },
    locale: {},
    theme: { reflect: true },
  };

  /** The backend's mount point. Required. */
  declare endpoint: string | null;
  /** The webchat's public id. Required. */
  declare webchat: string | null;
  /** The agent's secret. Required. Better set as a property: an attribute stands in the document. */
  declare token: string | null;
  /** The cable's URL, or (as a property) a function giving it at each attempt. @default the bootstrap's */
  declare cable: DeskOptions["cable"] | null;
  /** The name of the staff's channel. @default "AgentChannel" */
  declare channel: string | null;
  /** Who takes a conversation by "Assign to me". @default "Agent" */
  declare agentName: string;
  /** BCP 47, or `auto`: the page's `lang`, then the browser's. @default "auto" */
  declare locale: string;
  /** @default "auto" */
  declare theme: Theme;

  readonly #desks = new DeskController(this, (options) => this.createDesk(options));
  readonly #pane = new PaneController({
    host: this,
    desk: () => this.#desks.desk,
    attempt: (call) => void this.#attempt(call),
  });
  #notice: Notice | null = null;
  #detailsOpen = false;
  #cancelSearch: (() => void) | null = null;

  constructor() {
    super();
    Object.assign(this, { agentName: strings.agent, locale: "auto", theme: "auto" });
  }

  /** Defines the element, once; calling it again is harmless. */
  static define(tag = "cablechat-desk", registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag) === undefined) registry.define(tag, this);
  }

  /** The desk behind the element; `null` while it cannot be. */
  get desk(): Desk | null {
    return this.#desks.desk;
  }

  /** Forgets the token and what is unsent; then `cablechat:sign-out`. */
  async signOut(): Promise<void> {
    const { desk } = this;
    this.#notice = null;
    this.token = null;
    await desk?.outbox.clear();
    this.dispatchEvent(new CustomEvent("cablechat:sign-out", { bubbles: true, composed: true }));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelSearch?.();
  }

  /** The desk behind the element; a test's subclass brings its own. */
  protected createDesk(options: DeskOptions): Desk {
    return new Desk(options, browserPorts);
  }

  protected override render(): TemplateResult {
    const { desk, problem } = this.#desks;
    const selected = desk?.selected ?? null;
    const shape = `desk${selected ? " selected" : ""}${selected && this.#detailsOpen ? " details" : ""}`;
    return html`<div class=${shape} part="desk" lang=${strings.lang} dir=${strings.dir}>
      ${desk && !problem ? this.#renderBar(desk) : nothing}
      ${this.#notice ? renderNotice(this.#notice, () => this.#notify(null)) : nothing}
      ${this.#renderBody(desk, problem)}
    </div>`;
  }

  #renderBody(desk: Desk | null, problem: CablechatError | null): unknown {
    if (problem) return renderDeskProblem(problem, Boolean(this.token), () => void this.signOut());
    if (!desk) return nothing;
    const { selected } = desk;
    return html`${renderConversationList({
      list: desk.list,
      selected: selected?.id ?? null,
      locale: this.#resolvedLocale,
      now: browserClock.wallNow(),
      onSelect: (id) => this.#select(desk, id),
      onStatus: (status) => desk.list.setFilter({ ...desk.list.filter, status }),
      onSearch: (query) => this.#searchSoon(desk, query),
    })}
    ${selected ? this.#renderConversation(desk, selected) : renderNoConversation()}
    ${selected ? this.#renderDetails(desk, selected) : html`<div class="pane details-pane"></div>`}`;
  }

  #renderBar(desk: Desk): TemplateResult {
    return html`<header class="bar">
      <h1>${desk.webchat ? deskStrings.deskOf(desk.webchat.name) : deskStrings.desk}</h1>
      ${renderConnectionLine(desk.connection, desk.outbox.size)}
      <button class="quiet" part="sign-out" type="button" @click=${() => this.#askToSignOut(desk)}>
        ${deskStrings.signOut}
      </button>
    </header>`;
  }

  #renderConversation(desk: Desk, conversation: DeskConversation): TemplateResult {
    const pane = this.#pane;
    const { id } = conversation;
    return renderConversationPane({
      conversation,
      composer: pane.composer,
      scroll: pane.scroll,
      editing: pane.editing,
      detailsOpen: this.#detailsOpen,
      locale: this.#resolvedLocale,
      now: browserClock.wallNow(),
      onEdit: (message) => pane.edit(message),
      onRemove: (message) => void this.#attempt(desk.actions.remove(id, message.id ?? "")),
      onCancelEdit: () => pane.cancelEdit(),
      onClose: () => void this.#attempt(desk.actions.close(id)),
      onReopen: () => void this.#attempt(desk.actions.reopen(id)),
      onBack: () => void this.#backToList(desk, id),
      onToggleDetails: () => this.#toggleDetails(),
      onKeydown: (event) => {
        if (event.key !== "Escape" || event.isComposing) return;
        if (pane.editing) pane.cancelEdit();
        else void this.#backToList(desk, id);
      },
    });
  }

  #renderDetails(desk: Desk, { id, head, conversation }: DeskConversation): TemplateResult {
    return renderVisitorDetails({
      head,
      assignee: conversation.assignee,
      onAssign: () => void this.#attempt(desk.actions.assign(id, this.agentName)),
      onRelease: () => void this.#attempt(desk.actions.assign(id, null)),
      onHide: () => this.#toggleDetails(),
    });
  }

  get #resolvedLocale(): string {
    return resolveLocale(this.locale, [document.documentElement.lang, ...navigator.languages]);
  }

  #select(desk: Desk, id: string): void {
    this.#detailsOpen = false;
    this.#pane.focusInput();
    desk.select(id);
  }

  #toggleDetails(): void {
    this.#detailsOpen = !this.#detailsOpen;
    this.requestUpdate();
  }

  async #backToList(desk: Desk, id: string): Promise<void> {
    desk.select(null);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`.conversation[data-conversation-id="${CSS.escape(id)}"]`)?.focus();
  }

  #searchSoon(desk: Desk, query: string): void {
    this.#cancelSearch?.();
    const search = () => desk.list.setFilter({ ...desk.list.filter, query });
    this.#cancelSearch = browserClock.setTimeout(search, SEARCH_DELAY_MS);
  }

  #askToSignOut({ outbox }: Desk): void {
    if (outbox.size === 0) return void this.signOut();
    this.#notify({
      text: deskStrings.unsentBeforeSignOut(outbox.size),
      action: { label: deskStrings.signOutAnyway, run: () => void this.signOut() },
    });
  }

  async #attempt(call: Promise<void>): Promise<void> {
    const outcome = await outcomeOf(call);
    if (!(outcome instanceof CablechatError)) return this.#notify(null);
    this.#notify({ text: deskStrings.failedTo(reasonOf(outcome)) });
    dispatch(this, "error", { error: outcome });
  }

  #notify(notice: Notice | null): void {
    this.#notice = notice;
    this.requestUpdate();
  }
}
