import { CablechatError } from "../../core/errors.js";
/** The most a message may hold, in characters (protocol/README.md, "Limits"). */
export const BODY_LIMIT = 10_000;
const MAX_HEIGHT_PX = 144;
/** `KeyboardEvent.keyCode` while an input method is at work; Safari says so even where `isComposing` is false. */
const INPUT_METHOD_KEY = 229;
export function createComposerController(host, chat) {
    let text = "";
    let refused = false;
    let lastDraft = "";
    let sizedFor;
    const input = () => host.renderRoot.querySelector("textarea");
    const length = () => [...text].length;
    const sendable = () => (text.trim() !== "" || !!composer.enclosures?.files.length) && length() <= BODY_LIMIT;
    const focus = () => input()?.focus({ preventScroll: true });
    const clear = (other = "") => {
        text = other;
        refused = false;
        composer.enclosures?.clear();
    };
    const send = () => {
        const target = chat();
        if (!target || !sendable())
            return;
        try {
            target.send(text, composer.enclosures?.files);
            clear();
        }
        catch (error) {
            // The named case: the chat's own check of a body. It is told under the input, and the text stays.
            if (!(error instanceof CablechatError && error.code === "invalid"))
                throw error;
            refused = true;
        }
        host.requestUpdate();
    };
    host.addController({
        hostUpdate() {
            const draft = chat()?.draft ?? "";
            // The site has prefilled it. That the chat forgets a draft is no reason to take away what the visitor has typed.
            if (draft !== lastDraft)
                text = draft || text;
            lastDraft = draft;
        },
        hostUpdated() {
            const field = input();
            if (field && sizedFor !== text) {
                field.style.height = "auto";
                field.style.height = `${Math.min(field.scrollHeight, MAX_HEIGHT_PX)}px`;
            }
            sizedFor = field ? text : undefined;
        },
    });
    const composer = {
        get text() {
            return text;
        },
        get refused() {
            return refused;
        },
        get length() {
            return length();
        },
        get sendable() {
            return sendable();
        },
        clear,
        focus,
        onInput(event) {
            text = event.target.value;
            refused = false;
            chat()?.notifyTyping();
            host.requestUpdate();
        },
        onKeydown(event) {
            if (event.key !== "Enter" || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey)
                return;
            if (event.isComposing || event.keyCode === INPUT_METHOD_KEY)
                return;
            event.preventDefault();
            send();
        },
        onSubmit() {
            send();
            focus();
        },
    };
    return composer;
}
//# sourceMappingURL=composer-controller.js.map