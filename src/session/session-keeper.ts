import type { BrowserLock, KeyValueStorage, Random } from "../core/ports.ts";
import { isSession, newSession } from "../core/session-secret.ts";

/** Where the session is kept: across visits, for this tab, or not at all (consent pending). */
export type StorageKind = "local" | "session" | "none";

export interface SessionKeeperPorts {
  lock: BrowserLock;
  random: Random;
  sessionStorage(kind: StorageKind): KeyValueStorage;
}

/** The visitor's secret on this browser: found, made when first needed, moved, forgotten. */
export class SessionKeeper {
  readonly #key: string;
  readonly #ports: SessionKeeperPorts;
  #storage: KeyValueStorage;
  #session: string | null = null;

  /** @param key where it is kept, and the lock's name */
  constructor(key: string, kind: StorageKind, ports: SessionKeeperPorts) {
    this.#key = key;
    this.#ports = ports;
    this.#storage = ports.sessionStorage(kind);
  }

  /** The bearer secret, or `null` for a visitor who has never needed one. */
  get session(): string | null {
    const stored = this.#session ?? this.#storage.get(this.#key);
    this.#session = isSession(stored) ? stored : null;
    return this.#session;
  }

  /** The session, made now if there is none. Several tabs at once get one and the same. */
  async ensure(signal: AbortSignal): Promise<string> {
    return (
      this.session ??
      this.#ports.lock.run(this.#key, signal, async () => {
        this.#session = this.session ?? newSession(this.#ports.random);
        this.#storage.set(this.#key, this.#session);
        return this.#session;
      })
    );
  }

  /** Keeps the session elsewhere from now on, and nothing in the old place. */
  moveTo(kind: StorageKind): void {
    const { session } = this;
    this.#storage.remove(this.#key);
    this.#storage = this.#ports.sessionStorage(kind);
    if (session !== null) this.#storage.set(this.#key, session);
  }

  forget(): void {
    this.#storage.remove(this.#key);
    this.#session = null;
  }
}
