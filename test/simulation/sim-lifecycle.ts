import type { PageEvent, PageLifecycle } from "../../src/core/ports.ts";

/** What a page hears of its own life, told by the schedule. */
export class SimLifecycle implements PageLifecycle {
  visible = true;
  online: boolean;
  readonly #listeners = new Set<(event: PageEvent) => void>();

  constructor(online: boolean) {
    this.online = online;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  listen(listener: (event: PageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  page(): { url: string; title: string; referrer: string } {
    return { url: "https://shop.example.com/", title: "Shop", referrer: "" };
  }

  tell(event: PageEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  setVisible(visible: boolean): void {
    if (this.visible === visible) return;
    this.visible = visible;
    this.tell(visible ? "visible" : "hidden");
  }

  /** Somebody who was elsewhere looks again. */
  comeBack(): void {
    this.setVisible(false);
    this.setVisible(true);
  }

  setOnline(online: boolean): void {
    if (this.online === online) return;
    this.online = online;
    this.tell(online ? "online" : "offline");
  }
}
