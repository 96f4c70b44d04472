import type { CablechatError } from "../core/errors.ts";
import type { Bootstrap } from "../core/webchat.ts";
import { decodeBootstrap } from "./decode.ts";
import type { Ask } from "./http.ts";

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
  readonly #ask: Ask;
  readonly #unreadable: (error: CablechatError) => void;

  /** @param unreadable is told of messages that cannot be read and were left out */
  constructor(ask: Ask, unreadable: (error: CablechatError) => void) {
    this.#ask = ask;
    this.#unreadable = unreadable;
  }

  /** @throws CablechatError */
  async bootstrap(signal: AbortSignal): Promise<Bootstrap> {
    return decodeBootstrap(await this.#ask("GET", "", { signal }), this.#unreadable);
  }

  /** @throws CablechatError `invalid_identity` where the hash is wrong */
  identify(body: Identity, signal: AbortSignal): Promise<unknown> {
    return this.#ask("PUT", "/identity", { body, signal });
  }

  /** The visitor has read up to `messageId`. @throws CablechatError */
  seen(messageId: string, signal: AbortSignal): Promise<unknown> {
    return this.#ask("PUT", "/seen", { body: { up_to: messageId }, signal });
  }
}
