import type { Conversation } from "../core/conversation.ts";
import type { CablechatError } from "../core/errors.ts";
import type { Bootstrap } from "../core/webchat.ts";
import { decodeBootstrap, decodeConversation, isObject } from "./decode.ts";
import type { Http } from "./http.ts";

/** Who the visitor is, as the host application vouches for it (protocol/README.md, "REST", identity). */
export interface Identity {
  identifier: string;
  /** Hex HMAC-SHA256 of `identifier` under the webchat's secret, made on the host's server. */
  hash: string;
  name?: string;
  email?: string;
  attributes?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The webchat itself: bootstrap and identity. */
export class WebchatsAPI {
  readonly #http: Http;
  readonly #path: string;
  readonly #unreadable: (error: CablechatError) => void;

  /** @param unreadable is told of messages that cannot be read and were left out */
  constructor(http: Http, webchat: string, unreadable: (error: CablechatError) => void) {
    this.#http = http;
    this.#unreadable = unreadable;
    this.#path = `/webchats/${encodeURIComponent(webchat)}`;
  }

  /** @throws CablechatError */
  async bootstrap(bearer: string | null, signal?: AbortSignal): Promise<Bootstrap> {
    const answer = await this.#http.request({ method: "GET", path: this.#path, bearer, signal });
    return decodeBootstrap(answer, this.#unreadable);
  }

  /** @throws CablechatError `invalid_identity` where the hash is wrong */
  async identify(bearer: string, identity: Identity, signal?: AbortSignal): Promise<void> {
    await this.#http.request({ method: "PUT", path: `${this.#path}/identity`, body: identity, bearer, signal });
  }

  /** The visitor has read up to `messageId`. @returns the conversation as it now stands, where the backend tells */
  async seen(bearer: string, messageId: string, signal?: AbortSignal): Promise<Conversation | null> {
    const body = { up_to: messageId };
    const answer = await this.#http.request({ method: "PUT", path: `${this.#path}/seen`, body, bearer, signal });
    return isObject(answer) && isObject(answer["conversation"]) ? decodeConversation(answer["conversation"]) : null;
  }
}
