import type { BrowserLock, KeyValueStorage, Random } from "../core/ports.ts";
import { isSession, newSession } from "../core/session-secret.ts";

/** Where the session is kept: across visits, for this tab, or not at all (consent pending). */
export type StorageKind = "local" | "session" | "none";

export interface SessionKeeperOptions {
  key: string;
  kind: StorageKind;
  storages: (kind: StorageKind) => KeyValueStorage;
  lock: BrowserLock;
  random: Random;
}

/** The visitor's secret on this browser: found, made when first needed, moved, forgotten. */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  #storage: KeyValueStorage;
  #session: string | null;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    this.#storage = options.storages(options.kind);
    this.#session = this.#read();
  }

  /** The bearer secret, or `null` for a visitor who has never needed one. */
  get session(): string | null {
    this.#session ??= this.#read();
    return this.#session;
  }

  /** The session, made now if there is none. Several tabs at once get one and the same. */
  async ensure(signal: AbortSignal): Promise<string> {
    return (
      this.session ??
      (await this.#options.lock.run(this.#options.key, signal, async () => {
        const session = this.session ?? newSession(this.#options.random);
        this.#session = session;
        this.#storage.set(this.#options.key, session);
        return session;
      }))
    );
  }

  /** Keeps the session elsewhere from now on, and nothing in the old place. */
  moveTo(kind: StorageKind): void {
    const session = this.session;
    this.#storage.remove(this.#options.key);
    this.#storage = this.#options.storages(kind);
    if (session !== null) this.#storage.set(this.#options.key, session);
  }

  forget(): void {
    this.#storage.remove(this.#options.key);
    this.#session = null;
  }

  #read(): string | null {
    const stored = this.#storage.get(this.#options.key);
    return isSession(stored) ? stored : null;
  }
}
