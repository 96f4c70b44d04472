import { decodeBootstrap } from "./decode.js";
/** The webchat itself: bootstrap, identity, and what was read. */
export class WebchatsAPI {
    #ask;
    #unreadable;
    /** @param unreadable is told of messages that cannot be read and were left out */
    constructor(ask, unreadable) {
        this.#ask = ask;
        this.#unreadable = unreadable;
    }
    /** @throws CablechatError */
    async bootstrap(signal) {
        return decodeBootstrap(await this.#ask("GET", "", { signal }), this.#unreadable);
    }
    /** @throws CablechatError `invalid_identity` where the hash is wrong */
    identify(body, signal) {
        return this.#ask("PUT", "/identity", { body, signal });
    }
    /** The visitor has read up to `messageId`. @throws CablechatError */
    seen(messageId, signal) {
        return this.#ask("PUT", "/seen", { body: { up_to: messageId }, signal });
    }
}
//# sourceMappingURL=webchats-api.js.map