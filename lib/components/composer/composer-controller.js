import { CablechatError } from "../../core/errors.js";
/** The most a message may hold, in characters (protocol/README.md, "Limits"). */
export const BODY_LIMIT = 10_000;
const MAX_HEIGHT_PX = 144;
/** `KeyboardEvent.keyCode` while an input method is at work; Safari says so even where `isComposing` is false. */
const INPUT_METHOD_KEY = 229;
/** What somebody is writing, and its way to the chat. */
export class ComposerController {
    text = "";
    /** Whether the chat has refused this very text. */
    refused = false;
    #host;
    #chat;
    #draft = "";
    #sizedFor;
    constructor(host, chat) {
        this.#host = host;
        this.#chat = chat;
        host.addController(this);
    }
    /** Characters, not UTF-16 units: an emoji is one. */
    get length() {
        return [...this.text].length;
    }
    get sendable() {
        return this.text.trim() !== "" && this.length <= BODY_LIMIT;
    }
    /** Another text in place of this one: of the conversation that is turned to, or none. */
    clear(text = "") {
        this.text = text;
        this.refused = false;
    }
    focus() {
        this.#input?.focus({ preventScroll: true });
    }
    hostUpdate() {
        const draft = this.#chat()?.draft ?? "";
        // The site has prefilled it. That the chat forgets a draft is no reason to take away what the visitor has typed.
        if (draft !== this.#draft)
            this.text = draft || this.text;
        this.#draft = draft;
    }
    hostUpdated() {
        const input = this.#input;
        if (input && this.#sizedFor !== this.text) {
            input.style.height = "auto";
            input.style.height = `${Math.min(input.scrollHeight, MAX_HEIGHT_PX)}px`;
        }
        this.#sizedFor = input ? this.text : undefined;
    }
    onInput = (event) => {
        this.clear(event.target.value);
        this.#chat()?.notifyTyping();
        this.#host.requestUpdate();
    };
    onKeydown = (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
            return;
        if (event.isComposing || event.keyCode === INPUT_METHOD_KEY)
            return;
        event.preventDefault();
        this.send();
    };
    onSubmit = () => {
        this.send();
        this.focus();
    };
    send() {
        const chat = this.#chat();
        if (!chat || !this.sendable)
            return;
        try {
            chat.send(this.text);
            this.text = "";
        }
        catch (error) {
            // The named case: the chat's own check of a body. It is told under the input, and the text stays.
            if (!(error instanceof CablechatError && error.code === "invalid"))
                throw error;
            this.refused = true;
        }
        this.#host.requestUpdate();
    }
    get #input() {
        return this.#host.renderRoot.querySelector("textarea");
    }
}
//# sourceMappingURL=composer-controller.js.map