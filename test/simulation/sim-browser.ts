import type { BrowserLock, RecordStorage } from "../../src/core/ports.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import { clone } from "./clone.ts";
import type { SimPage } from "./sim-page.ts";

const STORAGE_MS = 2;

/** Who asks for a lock: a page, or who stands in for one. */
export type LockOwner = Pick<SimPage, "alive" | "deliver" | "meet">;

/** Whose storage it is. */
export type StorageOwner = LockOwner & Pick<SimPage, "lastWritesSurvive">;

interface Waiting {
  page: LockOwner;
  begin: () => void;
}

/** What outlives a page: storages, and the locks all pages share. */
export class SimBrowser {
  readonly #clock: VirtualClock;
  readonly #records = new Map<string, OutboxEntry>();
  /** By client id: what was kept at least once, and so must not be lost. */
  readonly everStored = new Set<string>();
  readonly #holders = new Map<string, LockOwner>();
  readonly #queues = new Map<string, Waiting[]>();
  /** Until then the storage is busy with something. */
  #busyUntil = 0;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  /** One operation after the other, as IndexedDB has it; each takes a moment. */
  recordStorage(page: StorageOwner): RecordStorage<OutboxEntry> {
    return {
      all: () => this.#operation(page, () => this.#inOrder().map(([, record]) => clone(record))),
      put: (key, record) =>
        this.#operation(page, () => {
          this.#records.set(key, clone(record));
          this.everStored.add(key);
        }),
      remove: (key) => this.#operation(page, () => void this.#records.delete(key)),
      clear: () => this.#operation(page, () => this.#records.clear()),
    };
  }

  /** Written down, and neither sent nor given up. */
  get stored(): readonly OutboxEntry[] {
    return [...this.#records.values()];
  }

  /** The locks that somebody holds. */
  get held(): readonly string[] {
    return [...this.#holders.keys()];
  }

  lock(page: LockOwner): BrowserLock {
    return {
      run: (name, signal, task) =>
        new Promise((resolve, reject) => {
          const waiting: Waiting = {
            page,
            begin: () => {
              signal.removeEventListener("abort", abort);
              this.#holders.set(name, page);
              const release = () => {
                if (page.alive) this.#next(name);
              };
              const start = () => void task().then(resolve, reject).then(release);
              page.deliver(() => {
                const lateMs = page.meet("lock");
                if (lateMs) this.#clock.setTimeout(() => page.deliver(start), lateMs);
                else if (lateMs === 0) start();
              });
            },
          };
          const abort = () => {
            this.#queues.set(
              name,
              this.#queue(name).filter((other) => other !== waiting),
            );
            reject(signal.reason);
          };
          if (signal.aborted) return reject(signal.reason);
          signal.addEventListener("abort", abort, { once: true });
          this.#queue(name).push(waiting);
          if (!this.#holders.has(name)) this.#next(name);
        }),
    };
  }

  /** A page has died without a word: the browser frees what it held. */
  crashed(page: SimPage): void {
    for (const [name, queue] of this.#queues)
      this.#queues.set(
        name,
        queue.filter((waiting) => waiting.page !== page),
      );
    for (const [name, holder] of [...this.#holders]) if (holder === page) this.#next(name);
  }

  /** Of their keys. */
  #inOrder(): [string, OutboxEntry][] {
    return [...this.#records].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #operation<T>(page: StorageOwner, apply: () => T): Promise<T> {
    return new Promise((resolve) => {
      const run = () => {
        const waitMs = this.#busyUntil - this.#clock.now();
        if (waitMs > 0) return void this.#clock.setTimeout(run, waitMs);
        finish(page.meet("storage") ?? 0);
      };
      const finish = (lateMs: number) => {
        if (lateMs > 0) {
          this.#busyUntil = this.#clock.now() + lateMs;
          return void this.#clock.setTimeout(() => finish(0), lateMs);
        }
        if (!page.alive && !page.lastWritesSurvive) return;
        const result = apply();
        page.deliver(() => resolve(result));
      };
      this.#clock.setTimeout(run, STORAGE_MS);
    });
  }

  #next(name: string): void {
    this.#holders.delete(name);
    this.#queue(name).shift()?.begin();
  }

  #queue(name: string): Waiting[] {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    return queue;
  }
}
