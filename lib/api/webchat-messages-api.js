import { decodeMessage, decodeMessagesPage } from "./decode.js";
/** The messages of one reader: catch-up, history, send (protocol/README.md, "REST"). */
export class WebchatMessagesAPI {
    #ask;
    #unreadable;
    /** @param unreadable is told of messages that cannot be read and were left out */
    constructor(ask, unreadable) {
        this.#ask = ask;
        this.#unreadable = unreadable;
    }
    async list({ afterId, beforeId, revision, limit }, signal) {
        const query = { after_id: afterId, before_id: beforeId, revision, limit };
        return decodeMessagesPage(await this.#ask("GET", "/messages", { query, signal }), this.#unreadable);
    }
    async send({ clientId, body, attachments, page }, signal) {
        const message = { client_id: clientId, body, attachments, reply_to: null, page };
        return decodeMessage(await this.#ask("POST", "/messages", { body: message, signal }));
    }
}
//# sourceMappingURL=webchat-messages-api.js.map