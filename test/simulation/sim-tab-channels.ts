import type { TabChannel } from "../../src/core/ports.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import { clone } from "./clone.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { SimPage } from "./sim-page.ts";

/** Who listens: a page, or who stands in for one. */
type Owner = Pick<SimPage, "alive" | "deliver">;

interface Listener {
  readonly page: Owner;
  readonly name: string;
  readonly heard: (news: unknown) => void;
  /** When it has heard the last of what it was told so far: what is told later is heard later. */
  busyUntil: number;
}

/** What joins the tabs of one browser: everybody else hears, in order, a copy, and a while later. */
export class SimTabChannels {
  readonly #listeners = new Set<Listener>();
  readonly #clock: VirtualClock;
  readonly #random: SeededRandom;

  constructor(clock: VirtualClock, random: SeededRandom) {
    this.#clock = clock;
    this.#random = random;
  }

  /** How many a page listens on. */
  openBy(page: Owner): number {
    return [...this.#listeners].filter((listener) => listener.page === page).length;
  }

  open(page: Owner, name: string, heard: Listener["heard"]): TabChannel {
    const own: Listener = { page, name, heard, busyUntil: 0 };
    this.#listeners.add(own);
    return {
      tell: (news) => {
        if (!this.#listeners.has(own)) return;
        for (const other of this.#listeners) if (other !== own && other.name === name) this.#tell(own, other, news);
      },
      close: () => void this.#listeners.delete(own),
    };
  }

  /** Its process has died. */
  forget(page: Owner): void {
    for (const listener of this.#listeners) if (listener.page === page) this.#listeners.delete(listener);
  }

  #tell(from: Listener, to: Listener, news: unknown): void {
    const copy = clone(news);
    const now = this.#clock.now();
    to.busyUntil = Math.max(to.busyUntil, now + this.#random.between(1, 40));
    this.#clock.setTimeout(() => {
      // What a tab said in its last moment dies with it.
      if (!from.page.alive) return;
      to.page.deliver(() => this.#listeners.has(to) && to.heard(copy));
    }, to.busyUntil - now);
  }
}
