import type { Identity, WebchatsAPI } from "../api/webchats-api.js";
import { CablechatError } from "../core/errors.js";
import type { SessionKeeper } from "./session-keeper.js";
export type Attributes = NonNullable<Identity["attributes"]>;
/**
 * As whom the host application introduces a visitor, and to which session the backend has tied that. Most visitors are
 * strangers: it is fetched with the first `identify()` or `setAttributes()`.
 */
export declare class Contact {
    #private;
    /** @param hasLeft whether the visitor has signed out since */
    constructor(keeper: SessionKeeper, webchats: Pick<WebchatsAPI, "identify">, hasLeft: () => boolean);
    get isKnown(): boolean;
    /**
     * Ties the session, which is made where there is none.
     *
     * @returns false where the visitor has signed out meanwhile: the next one is somebody else
     * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
     */
    identify(given: Identity, signal: AbortSignal): Promise<boolean>;
    /** @returns whether the backend has been told; before `identify()` they are kept until then */
    setAttributes(attributes: Attributes, signal: AbortSignal): Promise<boolean>;
    /**
     * Ties a session that has taken the place of an ended one.
     *
     * @returns why nobody vouches for the visitor any more: what is written is a stranger's from now on
     * @throws CablechatError of a request that failed otherwise
     */
    signIn(session: string, signal: AbortSignal): Promise<CablechatError | null>;
}
