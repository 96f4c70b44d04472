import { CablechatError } from "../core/errors.js";
import { isSession, newSession } from "../core/session-secret.js";
/** The visitor's secret on this browser: found, made when first needed, moved, forgotten. */
export class SessionKeeper {
    /** The last one that the backend has ended. */
    ended = null;
    #key;
    #ports;
    /** Those that were left: neither another tab nor a storage that lags behind brings one back. */
    #left = new Set();
    #kind;
    #storage;
    #session = null;
    /** @param key where it is kept, and the lock's name */
    constructor(key, kind, ports) {
        this.#key = key;
        this.#ports = ports;
        this.#kind = kind;
        this.#storage = ports.sessionStorage(kind);
    }
    /** The bearer secret, or `null` for a visitor who has never needed one. */
    get session() {
        return this.#take(this.#session ?? this.#storage.get(this.#key));
    }
    /** Whether it is the same in all tabs of the browser. */
    get isShared() {
        return this.#kind === "local";
    }
    /** Whether the storage has another one now, or none: the visitor has left from another page. */
    get isStale() {
        const stored = this.#storage.get(this.#key);
        // One that has ended stands there until the next is made.
        return this.session !== (this.#left.has(stored) ? null : stored);
    }
    /** Whether another tab's is this one's too. A tab that has none takes it. */
    shares(session) {
        return this.isShared && (this.session ?? this.#take(session)) === session;
    }
    /**
     * The session, made now if there is none. Several tabs at once get one and the same.
     *
     * @throws CablechatError `aborted`
     */
    async ensure(signal) {
        try {
            return (this.session ??
                (await this.#ports.lock.run(this.#key, signal, async () => {
                    await this.#storage.settle?.();
                    // One that is known has been stored by whoever made it, and may have ended and been replaced since.
                    if (!this.session)
                        this.#storage.set(this.#key, this.#make());
                    return this.session;
                })));
        }
        catch (cause) {
            // The named case: given up while waiting for the lock.
            if (!signal.aborted)
                throw cause;
            throw new CablechatError("aborted", "Ended.", { cause });
        }
    }
    /** The backend has ended the session. Another tab may have put a new one in its place already. */
    end() {
        this.ended = this.session;
        this.leave();
    }
    /** Keeps the session elsewhere from now on, and nothing in the old place. Another tab's, where there is one, stays there. */
    moveTo(kind) {
        const { session } = this;
        this.#storage.remove(this.#key);
        this.#kind = kind;
        this.#storage = this.#ports.sessionStorage(kind);
        if (session && !this.#storage.get(this.#key))
            this.#storage.set(this.#key, session);
    }
    /** The next one is another. What is stored is left to the tab that has begun it, which may have made the next already. */
    leave() {
        this.#left.add(this.session);
        this.#session = null;
    }
    forget() {
        this.leave();
        this.#storage.remove(this.#key);
    }
    #make() {
        this.#session = newSession(this.#ports.random);
        return this.#session;
    }
    #take(session) {
        this.#session = isSession(session) && !this.#left.has(session) ? session : null;
        return this.#session;
    }
}
//# sourceMappingURL=session-keeper.js.map