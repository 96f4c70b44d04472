import type { TabChannel } from "../../src/core/ports.ts";

type Heard = (news: unknown) => void;

/** What joins the tabs of one browser: everybody else hears, in order, a copy, and a little later. */
export class TabHub {
  readonly #channels = new Set<{ name: string; heard: Heard }>();

  get open(): number {
    return this.#channels.size;
  }

  /** The port of every tab. */
  readonly tabChannel = (name: string, heard: Heard): TabChannel => {
    const own = { name, heard };
    this.#channels.add(own);
    return {
      tell: (news) => {
        if (!this.#channels.has(own)) return;
        const copy = structuredClone(news);
        for (const other of this.#channels) {
          if (other === own || other.name !== name) continue;
          queueMicrotask(() => this.#channels.has(other) && other.heard(copy));
        }
      },
      close: () => void this.#channels.delete(own),
    };
  };
}
