import { html, LitElement, nothing } from "lit";
import { browserClock } from "../browser/browser-clock.js";
import { dispatch } from "../components/host-events.js";
import { resolveLocale } from "../components/resolve-locale.js";
import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
import { browserPorts } from "../index.js";
import { deskStrings } from "../locales/desk-en.js";
import { strings } from "../locales/en.js";
import { cablechatDeskStyles } from "./cablechat-desk.styles.js";
import { renderConnectionLine } from "./connection-line.js";
import { renderConversationList } from "./conversation-list/conversation-list.js";
import { renderConversationPane, renderNoConversation } from "./conversation-pane/conversation-pane.js";
import { Desk } from "./desk.js";
import { DeskController } from "./desk-controller.js";
import { reasonOf, renderDeskProblem } from "./desk-problem.js";
import { renderNotice } from "./notice.js";
import { PaneController } from "./pane-controller.js";
import { renderVisitorDetails } from "./visitor-details/visitor-details.js";
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
    static styles = cablechatDeskStyles;
    static properties = {
        endpoint: {},
        webchat: {},
        token: {},
        cable: {},
        channel: {},
        agentName: { attribute: "agent-name" },
        locale: {},
        theme: { reflect: true },
    };
    #desks = new DeskController(this, (options) => this.createDesk(options));
    #pane = new PaneController({
        host: this,
        desk: () => this.#desks.desk,
        attempt: (call) => void this.#attempt(call),
    });
    #notice = null;
    #detailsOpen = false;
    #cancelSearch = null;
    constructor() {
        super();
        Object.assign(this, { agentName: strings.agent, locale: "auto", theme: "auto" });
    }
    /** Defines the element, once; calling it again is harmless. */
    static define(tag = "cablechat-desk", registry = customElements) {
        if (registry.get(tag) === undefined)
            registry.define(tag, this);
    }
    /** The desk behind the element; `null` while it cannot be. */
    get desk() {
        return this.#desks.desk;
    }
    /** Forgets the token and what is unsent; then `cablechat:sign-out`. */
    async signOut() {
        const { desk } = this;
        this.#notice = null;
        this.token = null;
        await desk?.outbox.clear();
        this.dispatchEvent(new CustomEvent("cablechat:sign-out", { bubbles: true, composed: true }));
    }
    disconnectedCallback() {
        super.disconnectedCallback();
        this.#cancelSearch?.();
    }
    /** The desk behind the element; a test's subclass brings its own. */
    createDesk(options) {
        return new Desk(options, browserPorts);
    }
    render() {
        const { desk, problem } = this.#desks;
        const selected = desk?.selected ?? null;
        const shape = `desk${selected ? " selected" : ""}${selected && this.#detailsOpen ? " details" : ""}`;
        return html `<div class=${shape} part="desk" lang=${strings.lang} dir=${strings.dir}>
      ${desk && !problem ? this.#renderBar(desk) : nothing}
      ${this.#notice ? renderNotice(this.#notice, () => this.#notify(null)) : nothing}
      ${this.#renderBody(desk, problem)}
    </div>`;
    }
    #renderBody(desk, problem) {
        if (problem)
            return renderDeskProblem(problem, Boolean(this.token), () => void this.signOut());
        if (!desk)
            return nothing;
        const { selected } = desk;
        return html `${renderConversationList({
            list: desk.list,
            selected: selected?.id ?? null,
            locale: this.#resolvedLocale,
            now: browserClock.wallNow(),
            onSelect: (id) => this.#select(desk, id),
            onStatus: (status) => desk.list.setFilter({ ...desk.list.filter, status }),
            onSearch: (query) => this.#searchSoon(desk, query),
        })}
    ${selected ? this.#renderConversation(desk, selected) : renderNoConversation()}
    ${selected ? this.#renderDetails(desk, selected) : html `<div class="pane details-pane"></div>`}`;
    }
    #renderBar(desk) {
        return html `<header class="bar">
      <h1>${desk.webchat ? deskStrings.deskOf(desk.webchat.name) : deskStrings.desk}</h1>
      ${renderConnectionLine(desk.connection, desk.outbox.size)}
      <button class="quiet" part="sign-out" type="button" @click=${() => this.#askToSignOut(desk)}>
        ${deskStrings.signOut}
      </button>
    </header>`;
    }
    #renderConversation(desk, conversation) {
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
                if (event.key !== "Escape" || event.isComposing)
                    return;
                if (pane.editing)
                    pane.cancelEdit();
                else
                    void this.#backToList(desk, id);
            },
        });
    }
    #renderDetails(desk, { id, head, conversation }) {
        return renderVisitorDetails({
            head,
            assignee: conversation.assignee,
            onAssign: () => void this.#attempt(desk.actions.assign(id, this.agentName)),
            onRelease: () => void this.#attempt(desk.actions.assign(id, null)),
            onHide: () => this.#toggleDetails(),
        });
    }
    get #resolvedLocale() {
        return resolveLocale(this.locale, [document.documentElement.lang, ...navigator.languages]);
    }
    #select(desk, id) {
        this.#detailsOpen = false;
        this.#pane.focusInput();
        desk.select(id);
    }
    #toggleDetails() {
        this.#detailsOpen = !this.#detailsOpen;
        this.requestUpdate();
    }
    async #backToList(desk, id) {
        desk.select(null);
        await this.updateComplete;
        this.renderRoot.querySelector(`.conversation[data-conversation-id="${CSS.escape(id)}"]`)?.focus();
    }
    #searchSoon(desk, query) {
        this.#cancelSearch?.();
        const search = () => desk.list.setFilter({ ...desk.list.filter, query });
        this.#cancelSearch = browserClock.setTimeout(search, SEARCH_DELAY_MS);
    }
    #askToSignOut({ outbox }) {
        if (outbox.size === 0)
            return void this.signOut();
        this.#notify({
            text: deskStrings.unsentBeforeSignOut(outbox.size),
            action: { label: deskStrings.signOutAnyway, run: () => void this.signOut() },
        });
    }
    async #attempt(call) {
        const outcome = await outcomeOf(call);
        if (!(outcome instanceof CablechatError))
            return this.#notify(null);
        this.#notify({ text: deskStrings.failedTo(reasonOf(outcome)) });
        dispatch(this, "error", { error: outcome });
    }
    #notify(notice) {
        this.#notice = notice;
        this.requestUpdate();
    }
}
//# sourceMappingURL=cablechat-desk.js.map