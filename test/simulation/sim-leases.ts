import { type Lease, leaseLock } from "../../src/core/lease-lock.ts";
import type { BrowserLock, Random } from "../../src/core/ports.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import type { StorageOwner } from "./sim-browser.ts";
import type { SimPage } from "./sim-page.ts";

/** Who asks for a lease: a page, or who stands in for one. */
export type LeaseOwner = StorageOwner & Pick<SimPage, "clock">;

/** Who asks for one, since when, and whether the task has begun. */
interface Run {
  readonly since: number;
  hasBegun: boolean;
}

/** One step of the browser's storage. */
type Step = (page: LeaseOwner, apply: () => void) => Promise<void>;

/** The locks of a browser without Web Locks: the client's leases, in the simulated storage. */
export class SimLeases {
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #step: Step;
  readonly #leases = new Map<string, Lease>();
  readonly #runs = new Map<LeaseOwner, Set<Run>>();
  /** When something last befell a page, or all of them, that may cost a lease. */
  readonly #troubles = new Map<LeaseOwner | null, number>();

  constructor(clock: VirtualClock, random: Random, step: Step) {
    this.#clock = clock;
    this.#random = random;
    this.#step = step;
  }

  lock(page: LeaseOwner): BrowserLock {
    const { clock } = page;
    const leases = leaseLock({
      clock,
      random: this.#random,
      update: (name, decide) => this.update(page, name, decide),
    });
    return {
      run: (name, signal, task) => {
        const run: Run = { since: this.#clock.now(), hasBegun: false };
        const runs = this.#runs.get(page) ?? new Set();
        this.#runs.set(page, runs.add(run));
        const begin = () => {
          run.hasBegun = true;
          return this.#begin(page, task).finally(() => {
            run.hasBegun = false;
          });
        };
        return leases.run(name, signal, begin).finally(() => runs.delete(run));
      },
    };
  }

  /** One step for all pages. */
  async update(page: LeaseOwner, name: string, decide: (held: Lease | undefined) => Lease | null): Promise<void> {
    try {
      await this.#step(page, () => {
        const lease = decide(this.#leases.get(name));
        if (lease) this.#leases.set(name, lease);
      });
    } catch (error) {
      this.troubled(page);
      throw error;
    }
  }

  /** Of those that hold. */
  get held(): readonly string[] {
    return [...this.#leases].filter(([, { until }]) => until > this.#clock.wallNow()).map(([name]) => name);
  }

  /** Whether ever two may have held one at once. */
  get mayHaveBeenLost(): boolean {
    return this.#troubles.size > 0;
  }

  /** How many timers a page may have that has ended: it renews its lease until what it is writing down is written. */
  renewedBy(page: LeaseOwner): number {
    return [...(this.#runs.get(page) ?? [])].filter(({ hasBegun }) => hasBegun).length;
  }

  /** A page, or each (`null`), stood still, was late, was refused a lease's record, or has another time, up to `inMs` from now. */
  troubled(page: LeaseOwner | null, inMs = 0): void {
    this.#troubles.set(page, Math.max(this.#troubles.get(page) ?? 0, this.#clock.now() + inMs));
  }

  /**
   * Whether both may believe that it is their turn: since one of them asked, something has happened that costs a lease. A
   * holder does not look whether its own still holds: nothing else is lost by it than a request (protocol/README.md, "What
   * the client promises", 5).
   */
  mayOverlap(one: LeaseOwner, other: LeaseOwner): boolean {
    const since = Math.min(
      ...[one, other].flatMap((page) => [...(this.#runs.get(page) ?? [])].map((run) => run.since)),
    );
    return [null, one, other].some((page) => (this.#troubles.get(page) ?? -1) >= since);
  }

  /** As if it had waited for a lock: it may be late, or die of it. */
  #begin<T>(page: LeaseOwner, task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const start = () => void task().then(resolve, reject);
      const lateMs = page.meet("lock");
      if (lateMs) this.#clock.setTimeout(() => page.deliver(start), lateMs);
      else if (lateMs === 0) start();
    });
  }
}
