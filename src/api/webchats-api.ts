import type { Message } from "../core/message.ts";
import type { Bootstrap } from "../core/webchat.ts";
import { decodeBootstrap, decodeMessage } from "./decode.ts";
import { WebchatMessagesAPI } from "./webchat-messages-api.ts";

/** Who the visitor is, as the host application vouches for it (protocol/README.md, "REST", identity). */
export interface Identity {
  identifier: string;
  /** Hex HMAC-SHA256 of `identifier` under the webchat's secret, made on the host's server. */
  hash: string;
  name?: string;
  email?: string;
  attributes?: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a visitor may ask of a webchat: bootstrap, identity, what was read, and the messages. */
export class WebchatsAPI extends WebchatMessagesAPI {
  /** @throws CablechatError */
  async bootstrap(signal: AbortSignal): Promise<Bootstrap> {
    return decodeBootstrap(await this.ask("GET", "", signal), this.unreadable);
  }

  /** @throws CablechatError `invalid_identity` where the hash is wrong */
  identify(identity: Identity, signal: AbortSignal): Promise<unknown> {
    return this.ask("PUT", "/identity", signal, identity);
  }

  /** Stops a streaming reply. @returns it as it now stands. @throws CablechatError */
  async cancel(messageId: string, signal: AbortSignal): Promise<Message> {
    return decodeMessage(await this.ask("POST", `/messages/${encodeURIComponent(messageId)}/cancel`, signal));
  }

  /** The visitor has read up to `messageId`. @throws CablechatError */
  seen(messageId: string, signal: AbortSignal): Promise<unknown> {
    return this.ask("PUT", "/seen", signal, { up_to: messageId });
  }
}
