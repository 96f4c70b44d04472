import type { CablechatError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { MessagesAPI, MessagesQuery } from "../core/messages-api.ts";
import type { MessagesPage, OutgoingMessage } from "../core/webchat.ts";
import { decodeMessage, decodeMessagesPage } from "./decode.ts";
import type { Ask } from "./http.ts";

/** The messages of one reader: catch-up, history, send (protocol/README.md, "REST"). */
export class WebchatMessagesAPI implements MessagesAPI {
  declare protected readonly ask: Ask;
  declare protected readonly unreadable: (error: CablechatError) => void;

  /** @param unreadable is told of messages that cannot be read and were left out */
  constructor(ask: Ask, unreadable: (error: CablechatError) => void) {
    this.ask = ask;
    this.unreadable = unreadable;
  }

  async list({ afterId, beforeId, revision, limit }: MessagesQuery, signal?: AbortSignal): Promise<MessagesPage> {
    const query = { after_id: afterId, before_id: beforeId, revision, limit };
    return decodeMessagesPage(await this.ask("GET", "/messages", signal, undefined, query), this.unreadable);
  }

  async send({ clientId, body, attachments, page }: OutgoingMessage, signal?: AbortSignal): Promise<Message> {
    const message = { client_id: clientId, body, attachments, reply_to: null, page };
    return decodeMessage(await this.ask("POST", "/messages", signal, message));
  }
}
