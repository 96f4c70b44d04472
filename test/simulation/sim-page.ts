import { Chat, type ChatPorts } from "../../src/chat.ts";
import { storageKey } from "../../src/core/storage-key.ts";
import type { VirtualClock } from "../support/virtual-clock.ts";
import type { BrowserMonitor } from "./browser-monitor.ts";
import { Monitor } from "./monitor.ts";
import type { Network } from "./network.ts";
import { PageClock } from "./page-clock.ts";
import type { SeededRandom } from "./seeded-random.ts";
import type { SimBrowser } from "./sim-browser.ts";
import { SimLifecycle } from "./sim-lifecycle.ts";
import type { SimTabChannels } from "./sim-tab-channels.ts";
import type { SimValues } from "./sim-values.ts";
import type { WaitPoint } from "./traps.ts";

export const ENDPOINT = "https://app.example.com/cablechat";
export const WEBCHAT = "acme";
/** Where a page keeps its session. */
export const SESSION_KEY = storageKey("session", ENDPOINT, WEBCHAT);

export interface PageWorld {
  readonly clock: VirtualClock;
  readonly random: SeededRandom;
  readonly network: Network;
  readonly browser: SimBrowser;
  readonly browserMonitor: BrowserMonitor;
  readonly tabChannels: SimTabChannels;
  readonly values: SimValues;
  /** What befalls `page` where it waits. @returns how much later it goes on, in milliseconds; `null` where it is gone */
  meet(page: SimPage, point: WaitPoint): number | null;
}

/** One life of a page in a tab, from its load to its end, with a chat on it. */
export class SimPage {
  /** Of its tab: the same for the next page in it. */
  readonly name: string;
  readonly chat: Chat;
  readonly clock: PageClock;
  readonly monitor: Monitor;
  readonly lifecycle: SimLifecycle;
  readonly errors: unknown[] = [];
  /** After a crash: whether what was on its way to the disk arrives there. */
  lastWritesSurvive = false;
  alive = true;
  readonly #world: PageWorld;
  #waiting: (() => void)[] = [];

  constructor(world: PageWorld, name: string) {
    this.#world = world;
    this.name = name;
    this.clock = new PageClock(world.clock, () => this.meet("timer"));
    this.monitor = new Monitor(world.network.backend, world.browserMonitor, () => world.clock.now());
    this.lifecycle = new SimLifecycle(!world.network.conditions.offline);
    this.chat = new Chat({ endpoint: ENDPOINT, webchat: WEBCHAT }, this.#ports());
    this.monitor.watch(this.chat);
    this.chat.start();
  }

  /** Something of the outside reaches the page: now, when the machine has woken up, or never. */
  deliver(what: () => void): void {
    if (!this.alive) return;
    if (this.clock.frozen) this.#waiting.push(what);
    else what();
  }

  /** It has waited, and is about to go on. @returns how much later it does, in milliseconds; `null` where it is gone */
  meet(point: WaitPoint): number | null {
    const lateMs = this.alive ? this.#world.meet(this, point) : null;
    // What waits for the storage waits for all that came before.
    if (lateMs && point !== "answer") this.#world.browser.leases?.troubled(point === "storage" ? null : this, lateMs);
    return lateMs;
  }

  freeze(): void {
    this.clock.freeze();
    this.#world.browser.leases?.troubled(this);
  }

  async wake(clockStopped: boolean): Promise<void> {
    this.clock.thaw(clockStopped);
    this.#world.browser.leases?.troubled(this);
    for (const what of this.#waiting.splice(0)) {
      // What came first may have been the last it saw.
      if (this.alive) what();
      await this.#world.clock.settle();
    }
  }

  /** The process is gone: nothing of the page runs any more, not even its farewells. */
  crash(lastWritesSurvive: boolean): void {
    this.alive = false;
    this.#waiting = [];
    this.lastWritesSurvive = lastWritesSurvive;
    this.clock.end();
    this.monitor.pageDied();
    this.#world.network.forget(this);
    this.#world.tabChannels.forget(this);
    this.#world.browser.crashed(this);
  }

  /** What still runs after `destroy()`; nothing may. */
  leftovers(): string[] {
    const counts = {
      timers: this.clock.pending - (this.#world.browser.leases?.renewedBy(this) ?? 0),
      sockets: this.monitor.liveSockets,
      requests: this.monitor.requestsUnderWay,
      "lifecycle listeners": this.lifecycle.listeners,
      "tab channels": this.#world.tabChannels.openBy(this),
    };
    return Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : []));
  }

  #ports(): ChatPorts {
    const { random, network, browser, tabChannels, values } = this.#world;
    const own = values.open(this);
    return {
      clock: this.clock,
      random,
      fetch: (url, init) => network.fetch(this, url, init),
      consumer: { open: (_url, events) => network.openSocket(this, events) },
      lifecycle: this.lifecycle,
      lock: browser.leases?.lock(this) ?? browser.lock(this),
      reportError: (error) => void this.errors.push(error),
      warn: () => undefined,
      sessionStorage: () => own,
      outboxStorage: () => browser.recordStorage(this),
      tabChannel: (name, heard) => tabChannels.open(this, name, heard),
    };
  }
}
