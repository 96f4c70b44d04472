import type { PageEvent } from "../../src/core/ports.ts";
import { Desk } from "../../src/desk/desk.ts";
import type { DeskConversation } from "../../src/desk/desk-conversation.ts";
import type { DeskOptions, DeskPorts } from "../../src/desk/desk-options.ts";
import type { OutboxEntry } from "../../src/outbox/outbox-entry.ts";
import { AgentBackend } from "./agent-backend.ts";
import { ALMOST_ONE, fixedRandom } from "./fixed-random.ts";
import { RecordStore } from "./record-store.ts";
import { sharedLock } from "./shared-lock.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A browser an agent sits at, over a backend in memory, in time a test owns. */
export class DeskRig {
  readonly clock = new VirtualClock();
  readonly backend = new AgentBackend(this.clock);
  readonly storage = new RecordStore<OutboxEntry>();
  readonly warnings: string[] = [];
  /** `error CODE`, `connection STATE`, `unread COUNT`, in order. */
  readonly events: string[] = [];
  readonly page = { visible: true, online: true };
  readonly #lock = sharedLock();
  readonly #random = fixedRandom(ALMOST_ONE);
  readonly #listeners = new Set<(event: PageEvent) => void>();

  /** How many listen to the page's life. */
  get listeners(): number {
    return this.#listeners.size;
  }

  readonly ports: DeskPorts = {
    clock: this.clock,
    random: this.#random,
    fetch: (url, init) => this.backend.fetch(url, init),
    consumer: this.backend.consumer,
    lifecycle: this.#lifecycle(),
    lock: this.#lock,
    reportError: (error) => {
      throw error;
    },
    warn: (message) => void this.warnings.push(message),
    outboxStorage: () => this.storage,
  };

  desk(options: Partial<DeskOptions> = {}): Desk {
    const endpoint = "https://app.example.com/cablechat";
    const desk = new Desk({ endpoint, webchat: "acme", token: this.backend.token, ...options }, this.ports);
    desk.on("error", ({ error }) => this.events.push(`error ${error.code}`));
    desk.on("connection", ({ state }) => this.events.push(`connection ${state}`));
    desk.on("unread", ({ count }) => this.events.push(`unread ${count}`));
    return desk;
  }

  /** A desk at work: connected, the list here. */
  async started(): Promise<Desk> {
    const desk = this.desk();
    desk.start();
    await this.clock.advance(100);
    return desk;
  }

  /** A desk that looks at this conversation. */
  async opened(id: string): Promise<{ desk: Desk; conversation: DeskConversation }> {
    const desk = await this.started();
    desk.select(id);
    await this.clock.advance(100);
    return { desk, conversation: desk.selected as DeskConversation };
  }

  tell(event: PageEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #lifecycle(): DeskPorts["lifecycle"] {
    const { page } = this;
    const listeners = () => this.#listeners;
    return {
      get visible() {
        return page.visible;
      },
      get online() {
        return page.online;
      },
      listen: (listener) => {
        listeners().add(listener);
        return () => void listeners().delete(listener);
      },
      page: () => null,
    };
  }
}
