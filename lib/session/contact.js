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
    #tied;
    #identity = null;
    #attributes = {};
    /** The one that is tied to it. */
    #session = null;
    /**
     * @param hasLeft whether the visitor has signed out since
     * @param tied is told of a session that is tied, by what it reads from now on; `null` for nothing
     */
    constructor(keeper, webchats, hasLeft, tied) {
        this.#keeper = keeper;
        this.#webchats = webchats;
        this.#hasLeft = hasLeft;
        this.#tied = tied;
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
        const answer = await outcomeOf(this.#webchats.identify(identity, signal));
        // It has ended meanwhile: so the next one.
        if (this.#keeper.ended === session)
            return this.identify(given, signal);
        if (answer instanceof CablechatError)
            throw answer;
        if (this.#keeper.session !== session)
            return false;
        this.#identity = identity;
        this.#attributes = attributes;
        this.#hold(session, answer);
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
        const answer = await outcomeOf(this.#webchats.identify(this.#identity, signal));
        if (!(answer instanceof CablechatError))
            this.#hold(session, answer);
        else if (answer.code === "invalid_identity") {
            this.#identity = null;
            return answer;
        }
        else
            throw answer;
        return null;
    }
    /** The other tabs may still follow what the session read before. */
    #hold(session, answer) {
        this.#session = session;
        this.#tied(answer?.conversation?.id?.toString() ?? null);
    }
}
//# sourceMappingURL=contact.js.map