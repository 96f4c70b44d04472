import type { BrowserLock, KeyValueStorage, Random } from "../core/ports.js";
/** Where the session is kept: across visits, for this tab, or not at all (consent pending). */
export type StorageKind = "local" | "session" | "none";
export interface SessionKeeperPorts {
    lock: BrowserLock;
    random: Random;
    sessionStorage(kind: StorageKind): KeyValueStorage;
}
/** The visitor's secret on this browser: found, made when first needed, moved, forgotten. */
export declare class SessionKeeper {
    #private;
    /** The last one that the backend has ended. */
    ended: string | null;
    /** @param key where it is kept, and the lock's name */
    constructor(key: string, kind: StorageKind, ports: SessionKeeperPorts);
    /** The bearer secret, or `null` for a visitor who has never needed one. */
    get session(): string | null;
    /** Whether it is the same in all tabs of the browser. */
    get isShared(): boolean;
    /** Whether the storage has another one now, or none: the visitor has left from another page. */
    get isStale(): boolean;
    /** Whether another tab's is this one's too. A tab that has none takes it. */
    shares(session: string | null): boolean;
    /**
     * The session, made now if there is none. Several tabs at once get one and the same.
     *
     * @throws CablechatError `aborted`
     */
    ensure(signal: AbortSignal): Promise<string>;
    /** The backend has ended the session. Another tab may have put a new one in its place already. */
    end(): void;
    /** Keeps the session elsewhere from now on, and nothing in the old place. Another tab's, where there is one, stays there. */
    moveTo(kind: StorageKind): void;
    /** The next one is another. What is stored is left to the tab that has begun it, which may have made the next already. */
    leave(): void;
    forget(): void;
}
