import type { BrowserLock, Clock, Random } from "./ports.ts";

/** A tab that has died without a word holds its lease for so long at most. */
export const LEASE_MS = 5_000;
const RENEWAL_MS = 1_000;
const POLL_MS = 250;

/** As it is written down. */
export interface Lease {
  readonly holder: string;
  /** Wall-clock milliseconds: the one clock that all tabs have. */
  readonly until: number;
}

export interface LeasePorts {
  readonly clock: Pick<Clock, "wallNow" | "setTimeout">;
  readonly random: Pick<Random, "uuid">;
  /**
   * Reads the lease of that name, and writes down what `decide` gives unless it is `null`: in one step for the whole browser,
   * or two tabs could both find it free. Rejects where storage is denied or full.
   */
  update(name: string, decide: (held: Lease | undefined) => Lease | null): Promise<unknown>;
}

/**
 * One holder at a time through leases: one after another in this page, and in turn with other tabs. A tab whose timers are
 * held back, or whose machine's clock is set, may lose its lease while its task runs.
 */
export function leaseLock({ clock, random, update }: LeasePorts): BrowserLock {
  /** Done when the last of those in this page who asked for the name is. */
  const tails = new Map<string, Promise<unknown>>();

  /** Writes a lease for so long down, unless another's holds. @returns whether it stands */
  async function hold(name: string, holder: string, ms: number): Promise<boolean> {
    let stands = true;
    try {
      await update(name, (held) => {
        const leftMs = held && held.holder !== holder ? held.until - clock.wallNow() : 0;
        // Longer than any lease: the machine's clock has been set back since.
        stands = leftMs <= 0 || leftMs > LEASE_MS;
        return stands ? { holder, until: clock.wallNow() + ms } : null;
      });
    } catch {
      // The named case: storage is denied or full. The page's own queue is all there is then.
      return true;
    }
    return stands;
  }

  /** Nothing of it is left once `signal` is aborted. @throws what it was aborted with */
  async function pause(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => {
        cancel();
        reject(signal.reason);
      };
      const cancel = clock.setTimeout(() => {
        signal.removeEventListener("abort", giveUp);
        resolve();
      }, POLL_MS);
      signal.addEventListener("abort", giveUp);
    });
  }

  async function amongTabs<T>(name: string, signal: AbortSignal, task: () => Promise<T>): Promise<T> {
    const holder = random.uuid();
    while (!(await hold(name, holder, LEASE_MS))) await pause(signal);
    let cancel: () => void = () => undefined;
    const renewLater = () => {
      cancel = clock.setTimeout(() => {
        void hold(name, holder, LEASE_MS);
        renewLater();
      }, RENEWAL_MS);
    };
    renewLater();
    try {
      // Given up while it was written down.
      signal.throwIfAborted();
      return await task();
    } finally {
      cancel();
      await hold(name, holder, 0);
    }
  }

  return {
    run: (name, signal, task) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        // Whoever gives up waiting is told at once; its turn passes by itself.
        const giveUp = () => reject(signal.reason);
        signal.addEventListener("abort", giveUp);
        const turn = Promise.resolve(tails.get(name)).then(() => {
          signal.throwIfAborted();
          return amongTabs(name, signal, () => {
            signal.removeEventListener("abort", giveUp);
            return task();
          });
        });
        tails.set(name, Promise.allSettled([turn]));
        turn.then(resolve, reject);
      }),
  };
}
