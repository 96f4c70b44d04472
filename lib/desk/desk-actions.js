import { validBody } from "../outbox/valid-body.js";
/**
 * What an agent does besides writing. Each is one request, tried once: it fails visibly, since doing it later, when
 * nobody expects it any more, helps no one. Every method throws what the backend says, as a `CablechatError`.
 */
export class DeskActions {
    #options;
    constructor(options) {
        this.#options = options;
    }
    close(conversation) {
        const { api, signal } = this.#options;
        return this.#learn(api.close(conversation, signal));
    }
    reopen(conversation) {
        const { api, signal } = this.#options;
        return this.#learn(api.reopen(conversation, signal));
    }
    /** @param name who takes the conversation; `null` gives it back */
    assign(conversation, name) {
        const { api, signal } = this.#options;
        return this.#learn(api.assign(conversation, name, signal));
    }
    /** Only one's own message. @throws CablechatError `invalid` for an empty or too long text */
    async edit(conversation, messageId, text) {
        const { api, signal, merged } = this.#options;
        merged(conversation, await api.edit(conversation, messageId, validBody(text), signal));
    }
    /** Only one's own message. */
    async remove(conversation, messageId) {
        const { api, signal, merged } = this.#options;
        merged(conversation, await api.remove(conversation, messageId, signal));
    }
    async #learn(call) {
        const conversation = await call;
        if (conversation)
            this.#options.learned(conversation);
    }
}
//# sourceMappingURL=desk-actions.js.map