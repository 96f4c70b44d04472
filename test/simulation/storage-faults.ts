import type { RecordStorage } from "../../src/core/ports.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import type { StorageOwner } from "./sim-browser.ts";

/** What is asked of a storage. */
export type StorageCall = keyof RecordStorage<unknown>;

/** How the browser's storage fails, whom it has failed, and what nobody can promise since. */
export class StorageFaults {
  /** The browser denies it to the site, for good. */
  readonly isDenied: boolean;
  /** Until then there is no room for anything more. */
  fullUntil = 0;
  /** What stands in it although it was to be removed, by client id: the next page that can read finds it. */
  readonly leftBehind = new Set<string>();
  readonly #clock: VirtualClock;
  readonly #lost = new Set<StorageOwner>();
  readonly #failed = new Set<StorageOwner>();
  readonly #read = new WeakSet<StorageOwner>();
  readonly #blind = new WeakSet<StorageOwner>();

  constructor(clock: VirtualClock, isDenied: boolean) {
    this.#clock = clock;
    this.isDenied = isDenied;
  }

  /** The page's connection to it is gone, and does not come back. */
  lose(page: StorageOwner): void {
    this.#lost.add(page);
  }

  /** What the call is answered with; `null` where it works. */
  of(page: StorageOwner, call: StorageCall): DOMException | null {
    if (this.isDenied) return new DOMException("denied", "SecurityError");
    if (this.#lost.has(page)) return new DOMException("the connection is lost", "InvalidStateError");
    if (call === "put" && this.#clock.now() < this.fullUntil) return new DOMException("full", "QuotaExceededError");
    return null;
  }

  hasRead(page: StorageOwner): void {
    this.#read.add(page);
  }

  /** A page learns of it. */
  told(page: StorageOwner): void {
    this.#failed.add(page);
    if (!this.#read.has(page)) this.#blind.add(page);
  }

  /** Whether the page has learned of it: it keeps what it has in memory from now on. */
  hasFailed(page: StorageOwner): boolean {
    return this.#failed.has(page);
  }

  /** Whether it failed before the page had ever read what earlier ones left: nothing of that is known there. */
  isBlind(page: StorageOwner): boolean {
    return this.#blind.has(page);
  }
}
