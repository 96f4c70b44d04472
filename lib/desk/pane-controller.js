import { createComposerController } from "../components/composer/composer-controller.js";
import { createScrollController } from "../components/message-list/scroll-controller.js";
/** What the conversation's pane keeps besides the conversation: a draft each, the scroll, what is being edited. */
export class PaneController {
    composer;
    scroll;
    #options;
    #drafts = new Map();
    #shown = null;
    #editing = null;
    #focusWanted = false;
    constructor(options) {
        const { host } = options;
        this.#options = options;
        // Before the composer: what it holds is settled when it looks.
        host.addController(this);
        this.composer = createComposerController(host, () => ({
            draft: "",
            send: (text) => this.#send(text),
            notifyTyping: () => this.#selected?.notifyTyping(),
        }));
        this.scroll = createScrollController(host, () => this.#selected);
    }
    get editing() {
        return this.#editing !== null;
    }
    /** The next conversation shown was somebody's wish: writing begins at once. On a touch screen it would hide the text. */
    focusInput() {
        this.#focusWanted = !matchMedia("(hover: none)").matches;
    }
    edit({ id, body }) {
        if (this.#shown === null)
            return;
        if (!this.editing)
            this.#drafts.set(this.#shown, this.composer.text);
        this.#editing = id;
        this.composer.clear(body);
        this.composer.focus();
        this.#options.host.requestUpdate();
    }
    cancelEdit() {
        this.#editing = null;
        this.composer.clear(this.#drafts.get(this.#shown ?? ""));
        this.#options.host.requestUpdate();
    }
    hostUpdate() {
        const id = this.#selected?.id ?? null;
        if (id === this.#shown)
            return;
        if (this.#shown !== null && !this.editing)
            this.#drafts.set(this.#shown, this.composer.text);
        this.#shown = id;
        this.#editing = null;
        this.composer.clear(this.#drafts.get(id ?? ""));
    }
    hostUpdated() {
        if (!this.#focusWanted || this.#shown === null)
            return;
        this.#focusWanted = false;
        this.composer.focus();
    }
    #send(text) {
        const conversation = this.#selected;
        if (!conversation)
            return "";
        if (this.#editing === null)
            return conversation.send(text);
        const messageId = this.#editing;
        const { actions } = this.#options.desk() ?? {};
        if (actions)
            this.#options.attempt(actions.edit(conversation.id, messageId, text));
        // After the composer has emptied itself: what was being written before comes back.
        queueMicrotask(() => this.cancelEdit());
        return messageId;
    }
    get #selected() {
        return this.#options.desk()?.selected ?? null;
    }
}
//# sourceMappingURL=pane-controller.js.map