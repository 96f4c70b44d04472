import { decodeHeadsPage } from "./agent-decode.js";
import { decodeConversation, decodeMessage } from "./decode.js";
import { optional, shape } from "./shape.js";
import { WebchatMessagesAPI } from "./webchat-messages-api.js";
/** What staff may do (protocol/README.md, "The agent's side"). Every call throws `invalid_token` for a wrong token. */
export class AgentConversationsAPI {
    #options;
    constructor(options) {
        this.#options = options;
    }
    /** @throws CablechatError */
    async list({ status, query, before }, signal) {
        const parameters = { status, q: query === "" ? null : query, before };
        return decodeHeadsPage(await this.#request("GET", "", { query: parameters, signal }), this.#options.unreadable);
    }
    /** The messages of one conversation, as its agent reads and writes them. */
    messages(conversation) {
        const { http, token, unreadable } = this.#options;
        const path = `/agent/conversations/${encodeURIComponent(conversation)}`;
        return new WebchatMessagesAPI(http.reader(path, () => token), unreadable);
    }
    /** The agents have read up to `messageId`. @throws CablechatError */
    async seen(conversation, messageId, signal) {
        await this.#request("PUT", `/${encodeURIComponent(conversation)}/seen`, { body: { up_to: messageId }, signal });
    }
    /** @throws CablechatError `not_found` where the message is not the agent's own */
    async edit(conversation, messageId, body, signal) {
        return messageOf(await this.#request("PATCH", messagePath(conversation, messageId), { body: { body }, signal }));
    }
    /** @throws CablechatError `not_found` where the message is not the agent's own */
    async remove(conversation, messageId, signal) {
        return messageOf(await this.#request("DELETE", messagePath(conversation, messageId), { signal }));
    }
    /** @param name who takes the conversation; `null` gives it back. @throws CablechatError */
    async assign(conversation, name, signal) {
        const body = { assignee: name === null ? null : { name } };
        return conversationOf(await this.#request("PUT", `/${encodeURIComponent(conversation)}/assignee`, { body, signal }));
    }
    /** @throws CablechatError */
    async close(conversation, signal) {
        return conversationOf(await this.#request("POST", `/${encodeURIComponent(conversation)}/close`, { signal }));
    }
    /** @throws CablechatError */
    async reopen(conversation, signal) {
        return conversationOf(await this.#request("POST", `/${encodeURIComponent(conversation)}/reopen`, { signal }));
    }
    #request(method, below, rest) {
        const { http, token } = this.#options;
        return http.request({ method, path: `/agent/conversations${below}`, bearer: token, ...rest });
    }
}
function messagePath(conversation, messageId) {
    return `/${encodeURIComponent(conversation)}/messages/${encodeURIComponent(messageId)}`;
}
/** The answer is the message, or holds it. */
function messageOf(answer) {
    return decodeMessage(Object(answer).message ?? answer);
}
/** `null` where the backend does not tell how the conversation stands now. */
const conversationAnswer = shape({ conversation: optional(decodeConversation) });
function conversationOf(answer) {
    return conversationAnswer(answer).conversation;
}
//# sourceMappingURL=agent-conversations-api.js.map