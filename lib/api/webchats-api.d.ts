import type { Message } from "../core/message.js";
import type { Bootstrap } from "../core/webchat.js";
import { WebchatMessagesAPI } from "./webchat-messages-api.js";
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
export declare class WebchatsAPI extends WebchatMessagesAPI {
    /** @throws CablechatError */
    bootstrap(signal: AbortSignal): Promise<Bootstrap>;
    /** @throws CablechatError `invalid_identity` where the hash is wrong */
    identify(identity: Identity, signal: AbortSignal): Promise<unknown>;
    /** Stops a streaming reply. @returns it as it now stands. @throws CablechatError */
    cancel(messageId: string, signal: AbortSignal): Promise<Message>;
    /** The visitor has read up to `messageId`. @throws CablechatError */
    seen(messageId: string, signal: AbortSignal): Promise<unknown>;
}
