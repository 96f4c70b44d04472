import { decodeMessage, decodeMessagesPage } from "./decode.js";
/** The messages of one reader: catch-up, history, send (protocol/README.md, "REST"). */
export class WebchatMessagesAPI {
    /** @param unreadable is told of messages that cannot be read and were left out */
    constructor(ask, unreadable) {
        this.ask = ask;
        this.unreadable = unreadable;
    }
    async list({ afterId, beforeId, revision, limit }, signal) {
        const query = { after_id: afterId, before_id: beforeId, revision, limit };
        return decodeMessagesPage(await this.ask("GET", "/messages", signal, undefined, query), this.unreadable);
    }
    async send({ clientId, body, attachments, page }, signal) {
        const message = { client_id: clientId, body, attachments, reply_to: null, page };
        return decodeMessage(await this.ask("POST", "/messages", signal, message));
    }
}
//# sourceMappingURL=webchat-messages-api.js.map