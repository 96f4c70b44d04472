import type { KeyValueStorage } from "../../src/core/ports.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { SimPage } from "./sim-page.ts";

/** A little longer than what one tab writes takes to reach another one's process. */
const SETTLE_MS = 100;
const LAG_MS = 60;

/** `localStorage` as Chromium has it: a copy in each tab's process, brought up to date a while later. */
export class SimValues {
  readonly #clock: VirtualClock;
  readonly #random: SeededRandom;
  readonly #stored = new Map<string, string>();
  /** Told of what stood there when something else was put in its place. */
  onOverwritten: (value: string) => void = () => undefined;
  readonly #copies = new Set<Map<string, string>>();

  constructor(clock: VirtualClock, random: SeededRandom) {
    this.#clock = clock;
    this.#random = random;
  }

  /** What is stored, whoever has learned of it. */
  get(key: string): string | null {
    return this.#stored.get(key) ?? null;
  }

  /** A new page's, with what is there. */
  open(page: Pick<SimPage, "deliver">): KeyValueStorage {
    const own = new Map(this.#stored);
    this.#copies.add(own);
    const write = (key: string, value: string | null) => {
      const before = this.get(key);
      if (before !== null && value !== null && before !== value) this.onOverwritten(before);
      put(own, key, value);
      put(this.#stored, key, value);
      for (const copy of this.#copies) {
        const learn = () => put(copy, key, this.get(key));
        if (copy !== own) this.#clock.setTimeout(learn, this.#random.between(1, LAG_MS));
      }
    };
    return {
      get: (key) => own.get(key) ?? null,
      set: write,
      remove: (key) => write(key, null),
      settle: () =>
        new Promise<void>((resolve) => {
          this.#clock.setTimeout(() => page.deliver(resolve), SETTLE_MS);
        }),
    };
  }
}

function put(values: Map<string, string>, key: string, value: string | null): void {
  if (value === null) values.delete(key);
  else values.set(key, value);
}
