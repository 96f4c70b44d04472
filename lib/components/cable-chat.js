import { browserClock } from "../browser/browser-clock.js";
import { createChat } from "../index.js";
import { ATTRIBUTE_NAMES } from "./attribute-names.js";
import { cableChatCss } from "./cable-chat.styles.js";
import { createChatController } from "./chat-controller.js";
import { defineProperties, upgradeProperties } from "./element-properties.js";
import { dispatchReady, listen } from "./host-events.js";
import { Launcher } from "./launcher/launcher.js";
import { createPanelController } from "./panel/panel-controller.js";
import { applyTheme } from "./theme.js";
import { WidgetElement } from "./widget-element.js";
/**
 * The chat widget: a launcher in the page's corner, and the panel it opens.
 * Each event is a `CustomEvent` with the payload of `ChatEvents` as `detail`; all of them bubble and are composed.
 *
 * @tag cable-chat
 * @fires {CustomEvent} cablechat:ready - the widget stands on the page; once
 * @fires {CustomEvent} cablechat:open - the panel has opened
 * @fires {CustomEvent} cablechat:close - the panel has closed
 * @fires {CustomEvent} cablechat:message - a message of somebody else has arrived
 * @fires {CustomEvent} cablechat:sent - a message of the visitor is with the backend
 * @fires {CustomEvent} cablechat:failed - a message of the visitor could not be sent
 * @fires {CustomEvent} cablechat:unread - the number of unread messages has changed
 * @fires {CustomEvent} cablechat:connection - the connection's state has changed
 * @fires {CustomEvent} cablechat:conversation - the conversation has changed
 * @fires {CustomEvent} cablechat:identified - the visitor is known by name
 * @fires {CustomEvent} cablechat:error - something went wrong; `detail.error` is a `CablechatError`
 * @fires {CustomEvent} cablechat:catchup - a catch-up has begun, got on or ended; for who wants to watch the works
 * @csspart launcher - the button in the corner
 * @csspart badge - the number of unread messages on it
 * @csspart panel - the open chat
 * @csspart header - name, availability and the close button
 * @csspart banner - the connection's line
 * @csspart messages - the list
 * @csspart message - one message
 * @csspart bubble - its text
 * @csspart cancel - the button that stops a streaming reply
 * @csspart composer - where the visitor writes
 * @csspart input - the text field
 * @csspart send - the send button
 * @csspart attach - the button that chooses files
 * @csspart tray - the files to be sent
 * @csspart file - one of them
 * @csspart attachment - a file of a message
 * @csspart image - a picture among them
 * @cssprop [--cablechat-accent=#2457d6] - launcher, header, own bubbles
 * @cssprop [--cablechat-on-accent=#fff] - text on the accent
 * @cssprop --cablechat-surface - the panel's background
 * @cssprop --cablechat-text - its text
 * @cssprop --cablechat-muted - times and notes
 * @cssprop --cablechat-soft - the others' bubbles
 * @cssprop --cablechat-line - borders
 * @cssprop [--cablechat-radius=16px] - the panel's corners
 * @cssprop --cablechat-font - the font family
 * @cssprop [--cablechat-gap=20px] - the distance from the window's edges
 * @cssprop [--cablechat-width=384px] - the panel's width
 * @cssprop [--cablechat-height=660px] - the panel's height
 * @cssprop [--cablechat-z-index=2147483000] - the stacking order on the page
 */
export class CableChat extends WidgetElement {
    static observedAttributes = ATTRIBUTE_NAMES;
    #chats = createChatController(this, (options) => this.createChat(options));
    /** The loader's, where there is one. */
    #launcher = new Launcher(this.renderRoot);
    #panel = createPanelController(this, this.#chats, this.clock, this.#launcher);
    #cable = null;
    /** Whether an attribute is another than when it was last read. */
    #stale = false;
    static {
        defineProperties(this.prototype);
    }
    constructor() {
        super(cableChatCss);
        this.#launcher.button.addEventListener("click", () => this.toggle());
    }
    /** Defines the element, once; calling it again is harmless. */
    static define(tag = "cable-chat", registry = customElements) {
        if (registry.get(tag) === undefined)
            registry.define(tag, this);
    }
    /** The cable's URL, or (as a property) a function giving it at each attempt. @default the bootstrap's */
    get cable() {
        return this.#cable ?? this.getAttribute("cable");
    }
    set cable(cable) {
        this.#cable = cable;
        this.attributeChangedCallback();
    }
    /** In the order shown. */
    get messages() {
        return this.#chats.chat?.messages ?? [];
    }
    get unreadCount() {
        return this.#chats.chat?.unreadCount ?? 0;
    }
    get connection() {
        return this.#chats.chat?.connection ?? { state: "idle" };
    }
    get conversation() {
        return this.#chats.chat?.conversation ?? null;
    }
    /** Opens the panel and moves the focus into it. */
    open() {
        this.#panel.focus.moveInOnOpen();
        this.isOpen = true;
        if (this.isConnected)
            this.#chats.sync();
    }
    /** Closes the panel; an inline one stays. */
    close() {
        this.isOpen = false;
        if (this.isConnected)
            this.#chats.sync();
    }
    toggle() {
        this.isOpen ? this.close() : this.open();
    }
    showLauncher() {
        this.launcherHidden = false;
    }
    hideLauncher() {
        this.launcherHidden = true;
    }
    /** @returns the message's client id. @throws CablechatError `invalid`, naming what is wrong with text or files */
    send(text, files) {
        return this.#chats.require().send(text, files);
    }
    /** Stops a reply that streams. A refusal is told as `error`. */
    async cancel(messageId) {
        await this.#chats.require().cancel(messageId);
    }
    /** Puts `text` into the composer. */
    prefill(text) {
        this.#chats.require().prefill(text);
    }
    /** @throws CablechatError `invalid_identity` where the hash is wrong */
    async identify(identity) {
        await this.#chats.require().identify(identity);
    }
    async setAttributes(attributes) {
        await this.#chats.require().setAttributes(attributes);
    }
    /** Signs out: forgets session, outbox and transcript on this browser. */
    async reset() {
        this.#panel.composer.clear();
        await this.#chats.require().reset();
    }
    /** Keeps the session elsewhere from now on, e.g. after consent. */
    setStorage(kind) {
        this.storage = kind;
        this.#chats.sync();
    }
    /** Takes the widget off the page and ends everything it has started. */
    destroy() {
        this.remove();
    }
    /** Hears `cablechat:NAME`, with the payload alone. */
    on(name, listener) {
        return listen(this, name, listener);
    }
    attributeChangedCallback() {
        this.#stale = true;
        this.requestUpdate();
    }
    connectedCallback() {
        upgradeProperties(this);
        super.connectedCallback();
    }
    /** The clock; a test's subclass brings its own. */
    get clock() {
        return browserClock;
    }
    /** The chat behind the panel; a test's subclass brings its own. */
    createChat(options) {
        return createChat(options);
    }
    willUpdate() {
        if (this.#stale || !this.#chats.chat)
            this.#chats.sync();
        this.#stale = false;
    }
    render() {
        return this.#panel.render();
    }
    updated() {
        const { chat, settings } = this.#chats;
        this.#launcher.render({
            open: this.isOpen,
            unread: this.unreadCount,
            label: this.launcherLabel,
            icon: this.launcherIcon,
            hidden: this.launcherHidden || !chat || settings?.position === "inline",
        });
        if (chat?.webchat)
            applyTheme(this.sheet, chat.webchat.theme);
        if (chat)
            dispatchReady(this);
    }
}
//# sourceMappingURL=cable-chat.js.map