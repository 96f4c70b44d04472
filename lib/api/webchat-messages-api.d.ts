import type { CablechatError } from "../core/errors.js";
import type { Message } from "../core/message.js";
import type { MessagesAPI, MessagesQuery } from "../core/messages-api.js";
import type { MessagesPage, OutgoingMessage } from "../core/webchat.js";
import type { Ask } from "./http.js";
/** The messages of one reader: catch-up, history, send (protocol/README.md, "REST"). */
export declare class WebchatMessagesAPI implements MessagesAPI {
    protected readonly ask: Ask;
    protected readonly unreadable: (error: CablechatError) => void;
    /** @param unreadable is told of messages that cannot be read and were left out */
    constructor(ask: Ask, unreadable: (error: CablechatError) => void);
    list({ afterId, beforeId, revision, limit }: MessagesQuery, signal?: AbortSignal): Promise<MessagesPage>;
    send({ clientId, body, attachments, page }: OutgoingMessage, signal?: AbortSignal): Promise<Message>;
}
