import type { Bootstrap } from "../core/webchat.ts";
import { decodeBootstrap } from "./decode.ts";
import type { ReaderAPIOptions } from "./webchat-messages-api.ts";

/** Who the visitor is, as the host application vouches for it (protocol/README.md, "REST", identity). */
export interface Identity {
  identifier: string;
  /** Hex HMAC-SHA256 of `identifier` under the webchat's secret, made on the host's server. */
  hash: string;
  name?: string;
  email?: string;
  attributes?: Readonly<Record<string, string | number | boolean | null>>;
}

/** The webchat itself: bootstrap, identity, and what was read. */
export class WebchatsAPI {
  readonly #options: ReaderAPIOptions;

  constructor(options: ReaderAPIOptions) {
    this.#options = options;
  }

  /** @throws CablechatError */
  async bootstrap(signal: AbortSignal): Promise<Bootstrap> {
    const { http, path, bearer, unreadable } = this.#options;
    return decodeBootstrap(await http.request({ method: "GET", path, bearer: bearer(), signal }), unreadable);
  }

  /** @throws CablechatError `invalid_identity` where the hash is wrong */
  async identify(identity: Identity, signal: AbortSignal): Promise<void> {
    await this.#put("/identity", identity, signal);
  }

  /** The visitor has read up to `messageId`. @throws CablechatError */
  async seen(messageId: string, signal: AbortSignal): Promise<void> {
    await this.#put("/seen", { up_to: messageId }, signal);
  }

  async #put(below: string, body: unknown, signal: AbortSignal): Promise<void> {
    const { http, path, bearer } = this.#options;
    await http.request({ method: "PUT", path: path + below, body, bearer: bearer(), signal });
  }
}
