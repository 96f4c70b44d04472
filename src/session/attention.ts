import type { ApplicationChannel } from "../channels/application-channel.ts";
import { CablechatError } from "../core/errors.ts";
import type { ShownMessage } from "../core/message.ts";
import { outcomeOf } from "../core/outcome.ts";
import type { Ports } from "../core/ports.ts";

export interface AttentionEvents {
  /** In the order shown. */
  messages(): readonly ShownMessage[];
  unread(count: number): void;
  /** The visitor has just read up to here. */
  read(messageId: string): void;
  /** Whether there is no socket to tell what is new. */
  isPolling(): boolean;
  /** Time to compare with the backend: somebody looks, or it is polled. */
  look(): void;
  /** Tells the backend what was read. */
  report(messageId: string): Promise<unknown>;
}

/** How often an open, visible panel compares itself with the backend: broadcasts can vanish on a healthy socket. */
const LOOK_INTERVAL_MS = 40_000;
/** How often the backend is polled while somebody looks, and while nobody does. */
const POLL_INTERVAL_MS = 5_000;
const IDLE_POLL_INTERVAL_MS = 30_000;

/** Whether somebody is looking, and what follows from it: who reconnects first, and how far one has read. */
export class Attention {
  isOpen = false;
  /** Messages of somebody else that are not read yet, as far as they are loaded. */
  unreadCount = 0;
  readonly #ports: Ports;
  readonly #events: AttentionEvents;
  /** Up to each of these was read, here or on another device; of those that are loaded, the last one counts. */
  readonly #read = new Set<string | null>();
  #application: ApplicationChannel | null = null;
  #cancelLook: (() => void) | null = null;
  /** How long it waits between two looks; 0 while it looks at nothing. */
  #waitMs = 0;
  #owed: string | null = null;
  #reporting = false;

  constructor(ports: Ports, events: AttentionEvents) {
    this.#ports = ports;
    this.#events = events;
  }

  setOpen(open: boolean): void {
    this.isOpen = open;
    this.refresh();
    if (open && this.#events.isPolling()) this.#events.look();
  }

  setApplication(application: ApplicationChannel): void {
    this.#application = application;
    this.refresh();
  }

  /** The panel or the page has been opened, closed, shown or hidden. */
  refresh(): void {
    const looking = this.#looking;
    const polling = this.#events.isPolling();
    const waitMs = looking ? (polling ? POLL_INTERVAL_MS : LOOK_INTERVAL_MS) : polling ? IDLE_POLL_INTERVAL_MS : 0;
    if (waitMs !== this.#waitMs) {
      this.#waitMs = waitMs;
      this.#cancelLook?.();
      this.#cancelLook = waitMs ? this.#ports.clock.setTimeout(() => this.#look(), waitMs) : null;
    }
    // After the timer, since whoever is told that the socket hurries may end it all.
    this.#application?.setForeground(this, looking);
    this.count();
  }

  /** The messages have changed. */
  count(): void {
    let count = 0;
    let newest: string | null = null;
    for (const { id, delivery, state } of this.#events.messages()) {
      if (this.#read.has(id)) {
        count = 0;
        newest = null;
      } else if (delivery === null) {
        newest = id;
        if (state !== "deleted") count += 1;
      }
    }
    if (newest !== null && this.#looking) {
      count = 0;
      // Where all is loaded anew, one that is not told yet may come again after this one.
      this.#read.delete(this.#owed);
      this.#owed = newest;
      this.learn(newest);
      this.#events.read(newest);
      void this.report();
    }
    if (count === this.unreadCount) return;
    this.unreadCount = count;
    this.#events.unread(count);
  }

  /** What the backend says; another device may have read further, also what is not here yet. */
  learn(messageId: string | null): void {
    if (messageId !== null) this.#read.add(messageId);
  }

  /** Tells the backend what it does not know yet, one call at a time. What fails is owed until the next call. */
  async report(): Promise<void> {
    while (this.#owed !== null && !this.#reporting) {
      const told = this.#owed;
      this.#reporting = true;
      const outcome = await outcomeOf(this.#events.report(told));
      this.#reporting = false;
      if (outcome instanceof CablechatError && outcome.retryable) return;
      if (this.#owed === told) this.#owed = null;
    }
  }

  /** Another visitor begins: nothing is read. */
  forget(): void {
    this.#read.clear();
    this.#owed = null;
  }

  get #looking(): boolean {
    return this.isOpen && this.#ports.lifecycle.visible;
  }

  #look(): void {
    this.#waitMs = 0;
    this.refresh();
    this.#events.look();
  }
}
