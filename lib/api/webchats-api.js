import { decodeBootstrap, decodeMessage } from "./decode.js";
import { WebchatMessagesAPI } from "./webchat-messages-api.js";
/** What a visitor may ask of a webchat: bootstrap, identity, what was read, and the messages. */
export class WebchatsAPI extends WebchatMessagesAPI {
    /** @throws CablechatError */
    async bootstrap(signal) {
        return decodeBootstrap(await this.ask("GET", "", signal), this.unreadable);
    }
    /** @throws CablechatError `invalid_identity` where the hash is wrong */
    identify(identity, signal) {
        return this.ask("PUT", "/identity", signal, identity);
    }
    /** Stops a streaming reply. @returns it as it now stands. @throws CablechatError */
    async cancel(messageId, signal) {
        return decodeMessage(await this.ask("POST", `/messages/${encodeURIComponent(messageId)}/cancel`, signal));
    }
    /** The visitor has read up to `messageId`. @throws CablechatError */
    seen(messageId, signal) {
        return this.ask("PUT", "/seen", signal, { up_to: messageId });
    }
}
//# sourceMappingURL=webchats-api.js.map