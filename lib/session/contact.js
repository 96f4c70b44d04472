import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
/**
 * As whom the host application introduces a visitor, and to which session the backend has tied that. Most visitors are
 * strangers: it is fetched with the first `identify()` or `setAttributes()`.
 */
export class Contact {
    #keeper;
    #webchats;
    #hasLeft;
    #identity = null;
    #attributes = {};
    /** The one that is tied to it. */
    #session = null;
    /** @param hasLeft whether the visitor has signed out since */
    constructor(keeper, webchats, hasLeft) {
        this.#keeper = keeper;
        this.#webchats = webchats;
        this.#hasLeft = hasLeft;
    }
    get isKnown() {
        return this.#identity !== null;
    }
    /**
     * Ties the session, which is made where there is none.
     *
     * @returns false where the visitor has signed out meanwhile: the next one is somebody else
     * @throws CablechatError `invalid_identity` where the hash is wrong; nothing has changed then
     */
    async identify(given, signal) {
        const attributes = { ...this.#attributes, ...given.attributes };
        const identity = { ...given, attributes };
        const session = await this.#keeper.ensure(signal);
        // It was waited for so long that it is the next visitor's.
        if (this.#hasLeft())
            return false;
        const refused = await outcomeOf(this.#webchats.identify(identity, signal));
        if (this.#hasLeft())
            return false;
        // It has ended meanwhile, perhaps the one after it too: so the next one.
        if (this.#keeper.session !== session)
            return this.identify(given, signal);
        if (refused instanceof CablechatError)
            throw refused;
        this.#identity = identity;
        this.#attributes = attributes;
        this.#session = session;
        return true;
    }
    /** @returns whether the backend has been told; before `identify()` they are kept until then */
    async setAttributes(attributes, signal) {
        this.#attributes = { ...this.#attributes, ...attributes };
        return this.#identity !== null && this.identify({ ...this.#identity, attributes: this.#attributes }, signal);
    }
    /**
     * Ties a session that has taken the place of an ended one.
     *
     * @returns why nobody vouches for the visitor any more: what is written is a stranger's from now on
     * @throws CablechatError of a request that failed otherwise
     */
    async signIn(session, signal) {
        if (!this.#identity || this.#session === session)
            return null;
        const refused = await outcomeOf(this.#webchats.identify(this.#identity, signal));
        if (!(refused instanceof CablechatError))
            this.#session = session;
        else if (refused.code === "invalid_identity") {
            this.#identity = null;
            return refused;
        }
        else
            throw refused;
        return null;
    }
}
//# sourceMappingURL=contact.js.map