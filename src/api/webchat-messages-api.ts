import type { CablechatError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import type { MessagesAPI, MessagesQuery } from "../core/messages-api.ts";
import type { MessagesPage, OutgoingMessage } from "../core/webchat.ts";
import { decodeMessage, decodeMessagesPage, isObject } from "./decode.ts";
import type { Http } from "./http.ts";

export interface WebchatMessagesAPIOptions {
  http: Http;
  /** The folder of the messages, e.g. `/webchats/acme/messages`. */
  path: string;
  /** The bearer secret at the time of a call; `null` before there is one. */
  bearer: () => string | null;
  /** Is told of rows that cannot be read and were left out. */
  unreadable: (error: CablechatError) => void;
}

/** The messages of one reader: catch-up, history, send, cancel (protocol/README.md, "REST"). */
export class WebchatMessagesAPI implements MessagesAPI {
  readonly #options: WebchatMessagesAPIOptions;

  constructor(options: WebchatMessagesAPIOptions) {
    this.#options = options;
  }

  async list(query: MessagesQuery, signal?: AbortSignal): Promise<MessagesPage> {
    const { http, path, bearer, unreadable } = this.#options;
    const { afterId: after_id, beforeId: before_id, revision, limit } = query;
    const answer = await http.request({
      method: "GET",
      path,
      query: { after_id, before_id, revision, limit },
      bearer: bearer(),
      signal,
    });
    return decodeMessagesPage(answer, unreadable);
  }

  async send(message: OutgoingMessage, signal?: AbortSignal): Promise<Message> {
    const { clientId: client_id, body, attachments, page } = message;
    return this.#change("POST", "", { client_id, body, attachments, reply_to: null, page }, signal);
  }

  async cancel(messageId: string, signal?: AbortSignal): Promise<Message> {
    return this.#change("POST", `/${encodeURIComponent(messageId)}/cancel`, undefined, signal);
  }

  async #change(method: "POST", below: string, body: unknown, signal?: AbortSignal): Promise<Message> {
    const { http, path, bearer } = this.#options;
    const answer = await http.request({ method, path: `${path}${below}`, body, bearer: bearer(), signal });
    return decodeMessage(isObject(answer) && isObject(answer["message"]) ? answer["message"] : answer);
  }
}
