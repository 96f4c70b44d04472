import type { CablechatError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { MessagesAPI, MessagesQuery } from "../core/messages-api.ts";
import type { MessagesPage, OutgoingMessage } from "../core/webchat.ts";
import { decodeMessage, decodeMessagesPage } from "./decode.ts";
import type { Http } from "./http.ts";

export interface ReaderAPIOptions {
  http: Http;
  /** What the calls are below, e.g. `/webchats/acme/messages`. */
  path: string;
  /** The bearer secret at the time of a call; `null` before there is one. */
  bearer: () => string | null;
  /** Is told of messages that cannot be read and were left out. */
  unreadable: (error: CablechatError) => void;
}

/** The messages of one reader: catch-up, history, send (protocol/README.md, "REST"). */
export class WebchatMessagesAPI implements MessagesAPI {
  readonly #options: ReaderAPIOptions;

  constructor(options: ReaderAPIOptions) {
    this.#options = options;
  }

  async list({ afterId, beforeId, revision, limit }: MessagesQuery, signal?: AbortSignal): Promise<MessagesPage> {
    const { http, path, bearer, unreadable } = this.#options;
    const query = { after_id: afterId, before_id: beforeId, revision, limit };
    return decodeMessagesPage(await http.request({ method: "GET", path, query, bearer: bearer(), signal }), unreadable);
  }

  async send({ clientId, body, attachments, page }: OutgoingMessage, signal?: AbortSignal): Promise<Message> {
    const { http, path, bearer } = this.#options;
    const message = { client_id: clientId, body, attachments, reply_to: null, page };
    return decodeMessage(await http.request({ method: "POST", path, body: message, bearer: bearer(), signal }));
  }
}
