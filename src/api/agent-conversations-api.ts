import type { Conversation } from "../core/conversation.ts";
import type { HeadsPage, HeadsQuery } from "../core/conversation-head.ts";
import type { CablechatError } from "../core/errors.ts";
import type { Message } from "../core/message.ts";
import { decodeHeadsPage } from "./agent-decode.ts";
import { decodeConversation, decodeMessage } from "./decode.ts";
import type { Http, HttpRequest } from "./http.ts";
import { optional, shape } from "./shape.ts";
import { WebchatMessagesAPI } from "./webchat-messages-api.ts";

export interface AgentConversationsAPIOptions {
  http: Http;
  /** The agent's bearer secret. */
  token: string;
  /** Is told of rows that cannot be read and were left out. */
  unreadable: (error: CablechatError) => void;
}

/** What staff may do (protocol/README.md, "The agent's side"). Every call throws `invalid_token` for a wrong token. */
export class AgentConversationsAPI {
  readonly #options: AgentConversationsAPIOptions;

  constructor(options: AgentConversationsAPIOptions) {
    this.#options = options;
  }

  /** @throws CablechatError */
  async list({ status, query, before }: HeadsQuery, signal?: AbortSignal): Promise<HeadsPage> {
    const parameters = { status, q: query === "" ? null : query, before };
    return decodeHeadsPage(await this.#request("GET", "", { query: parameters, signal }), this.#options.unreadable);
  }

  /** The messages of one conversation, as its agent reads and writes them. */
  messages(conversation: string): WebchatMessagesAPI {
    const { http, token, unreadable } = this.#options;
    const path = `/agent/conversations/${encodeURIComponent(conversation)}`;
    return new WebchatMessagesAPI(
      http.reader(path, () => token),
      unreadable,
    );
  }

  /** The agents have read up to `messageId`. @throws CablechatError */
  async seen(conversation: string, messageId: string, signal?: AbortSignal): Promise<void> {
    await this.#request("PUT", `/${encodeURIComponent(conversation)}/seen`, { body: { up_to: messageId }, signal });
  }

  /** @throws CablechatError `not_found` where the message is not the agent's own */
  async edit(conversation: string, messageId: string, body: string, signal?: AbortSignal): Promise<Message> {
    return messageOf(await this.#request("PATCH", messagePath(conversation, messageId), { body: { body }, signal }));
  }

  /** @throws CablechatError `not_found` where the message is not the agent's own */
  async remove(conversation: string, messageId: string, signal?: AbortSignal): Promise<Message> {
    return messageOf(await this.#request("DELETE", messagePath(conversation, messageId), { signal }));
  }

  /** @param name who takes the conversation; `null` gives it back. @throws CablechatError */
  async assign(conversation: string, name: string | null, signal?: AbortSignal): Promise<Conversation | null> {
    const body = { assignee: name === null ? null : { name } };
    return conversationOf(
      await this.#request("PUT", `/${encodeURIComponent(conversation)}/assignee`, { body, signal }),
    );
  }

  /** @throws CablechatError */
  async close(conversation: string, signal?: AbortSignal): Promise<Conversation | null> {
    return conversationOf(await this.#request("POST", `/${encodeURIComponent(conversation)}/close`, { signal }));
  }

  /** @throws CablechatError */
  async reopen(conversation: string, signal?: AbortSignal): Promise<Conversation | null> {
    return conversationOf(await this.#request("POST", `/${encodeURIComponent(conversation)}/reopen`, { signal }));
  }

  #request(
    method: HttpRequest["method"],
    below: string,
    rest: Pick<HttpRequest, "query" | "body" | "signal">,
  ): Promise<unknown> {
    const { http, token } = this.#options;
    return http.request({ method, path: `/agent/conversations${below}`, bearer: token, ...rest });
  }
}

function messagePath(conversation: string, messageId: string): string {
  return `/${encodeURIComponent(conversation)}/messages/${encodeURIComponent(messageId)}`;
}

/** The answer is the message, or holds it. */
function messageOf(answer: unknown): Message {
  return decodeMessage(Object(answer).message ?? answer);
}

/** `null` where the backend does not tell how the conversation stands now. */
const conversationAnswer = shape({ conversation: optional(decodeConversation) });

function conversationOf(answer: unknown): Conversation | null {
  return conversationAnswer(answer).conversation;
}
