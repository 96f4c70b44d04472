import type { CablechatError } from "../core/errors.js";
import type { Bootstrap } from "../core/webchat.js";
import type { Ask } from "./http.js";
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
export declare class WebchatsAPI {
    #private;
    /** @param unreadable is told of messages that cannot be read and were left out */
    constructor(ask: Ask, unreadable: (error: CablechatError) => void);
    /** @throws CablechatError */
    bootstrap(signal: AbortSignal): Promise<Bootstrap>;
    /** @throws CablechatError `invalid_identity` where the hash is wrong */
    identify(body: Identity, signal: AbortSignal): Promise<unknown>;
    /** The visitor has read up to `messageId`. @throws CablechatError */
    seen(messageId: string, signal: AbortSignal): Promise<unknown>;
}
