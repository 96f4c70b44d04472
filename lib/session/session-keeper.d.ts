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
    /** @param key where it is kept, and the lock's name */
    constructor(key: string, kind: StorageKind, ports: SessionKeeperPorts);
    /** The bearer secret, or `null` for a visitor who has never needed one. */
    get session(): string | null;
    /** The session, made now if there is none. Several tabs at once get one and the same. */
    ensure(signal: AbortSignal): Promise<string>;
    /** Keeps the session elsewhere from now on, and nothing in the old place. */
    moveTo(kind: StorageKind): void;
    forget(): void;
}
