import type { BrowserLock, Random, RecordStorage } from "../../src/core/ports.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import { clone } from "./clone.ts";
import { SimLeases } from "./sim-leases.ts";
import type { SimPage } from "./sim-page.ts";
import { type StorageCall, StorageFaults } from "./storage-faults.ts";

const STORAGE_MS = 2;

/** Who asks for a lock: a page, or who stands in for one. */
export type LockOwner = Pick<SimPage, "alive" | "deliver" | "meet">;

/** Whose storage it is. */
export type StorageOwner = LockOwner & Pick<SimPage, "lastWritesSurvive">;

export interface BrowserOptions {
  /** Nothing can be kept but what `localStorage` takes. */
  readonly storageDenied: boolean;
  /** There are no Web Locks. */
  readonly leases: boolean;
}

const ALL_WELL: BrowserOptions = { storageDenied: false, leases: false };

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
  /** By client id: what a page has not heard yet to have been written down. */
  readonly beingWritten = new Set<string>();
  readonly faults: StorageFaults;
  /** What stands in for locks; `null` where there are some. */
  readonly leases: SimLeases | null;
  readonly #holders = new Map<string, LockOwner>();
  readonly #queues = new Map<string, Waiting[]>();
  /** Until then the storage is busy with something. */
  #busyUntil = 0;

  constructor(clock: VirtualClock, random: Random, { storageDenied, leases } = ALL_WELL) {
    this.#clock = clock;
    this.faults = new StorageFaults(clock, storageDenied);
    this.leases = leases
      ? new SimLeases(clock, random, (page, apply) => this.#operation(page, "put", apply, () => undefined))
      : null;
  }

  /** One operation after the other, as IndexedDB has it; each takes a moment. */
  recordStorage(page: StorageOwner): RecordStorage<OutboxEntry> {
    const operation = <T>(call: StorageCall, apply: () => T, removed: () => Iterable<string> = () => []) =>
      this.#operation(page, call, apply, () => {
        this.faults.told(page);
        for (const key of removed()) if (this.#records.has(key)) this.faults.leftBehind.add(key);
      });
    return {
      all: () =>
        operation("all", () => {
          this.faults.hasRead(page);
          return this.#inOrder().map(([, record]) => clone(record));
        }),
      put: (key, record) => {
        this.beingWritten.add(key);
        return operation("put", () => {
          this.#records.set(key, clone(record));
          this.everStored.add(key);
        }).finally(() => this.beingWritten.delete(key));
      },
      remove: (key) =>
        operation(
          "remove",
          () => void this.#records.delete(key),
          () => [key],
        ),
      clear: () =>
        operation(
          "clear",
          () => this.#records.clear(),
          () => this.#records.keys(),
        ),
    };
  }

  /** Written down, and neither sent nor given up. */
  get stored(): readonly OutboxEntry[] {
    return [...this.#records.values()];
  }

  /** The locks that somebody holds. */
  get held(): readonly string[] {
    return [...this.#holders.keys(), ...(this.leases?.held ?? [])];
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
          // The last of what ran there when its process died.
          if (!page.alive) return;
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

  #operation<T>(page: StorageOwner, call: StorageCall, apply: () => T, onRefused: () => void): Promise<T> {
    return new Promise((resolve, reject) => {
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
        const refusal = this.faults.of(page, call);
        if (refusal) {
          onRefused();
          return page.deliver(() => reject(refusal));
        }
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
