import type { ApplicationChannel } from "../channels/application-channel.ts";
import { CablechatError, outcomeOf } from "../core/errors.ts";
import type { ShownMessage } from "../core/message.ts";
import type { Ports } from "../core/ports.ts";

export interface AttentionEvents {
  /** In the order shown. */
  messages(): readonly ShownMessage[];
  unread(count: number): void;
  /** Time to compare with the backend, while somebody looks. */
  look(): void;
  /** Tells the backend what was read. */
  report(messageId: string): Promise<unknown>;
}

/** How often an open, visible panel compares itself with the backend: broadcasts can vanish on a healthy socket. */
const LOOK_INTERVAL_MS = 40_000;

/** Whether somebody is looking, and what follows from it: who reconnects first, and how far one has read. */
export class Attention {
  isOpen = false;
  /** Messages of somebody else that are not read yet, as far as they are loaded. */
  unreadCount = 0;
  readonly #ports: Ports;
  readonly #events: AttentionEvents;
  #application: ApplicationChannel | null = null;
  #cancelLook: (() => void) | null = null;
  /** The last message read. */
  #read: string | null = null;
  #owed: string | null = null;
  #reporting = false;

  constructor(ports: Ports, events: AttentionEvents) {
    this.#ports = ports;
    this.#events = events;
  }

  setOpen(open: boolean): void {
    this.isOpen = open;
    this.refresh();
  }

  setApplication(application: ApplicationChannel): void {
    this.#application = application;
    this.refresh();
  }

  /** The panel or the page has been opened, closed, shown or hidden. */
  refresh(): void {
    if (!this.#looking) this.stop();
    else {
      this.#application?.setForeground(this, true);
      this.#cancelLook ??= this.#scheduleLook();
    }
    this.count();
  }

  /** The messages have changed. */
  count(): void {
    const { messages, unread } = this.#events;
    const others = messages().filter(isReceived);
    const newest = others.at(-1)?.id ?? null;
    if (this.#looking && newest !== this.#read && this.learn(newest)) {
      this.#owed = newest;
      void this.report();
    }
    const readAt = this.#indexOf(this.#read);
    const count = messages().filter((each, index) => index > readAt && isReceived(each) && each.state !== "deleted").length;
    if (count === this.unreadCount) return;
    this.unreadCount = count;
    unread(count);
  }

  /** What the backend says; another device may have read further. Forwards only. @returns whether it was further */
  learn(messageId: string | null): boolean {
    const further = messageId !== null && (this.#read === null || this.#indexOf(messageId) > this.#indexOf(this.#read));
    if (further) this.#read = messageId;
    return further;
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
    this.#read = this.#owed = null;
  }

  /** Nobody looks any more. */
  stop(): void {
    this.#application?.setForeground(this, false);
    this.#cancelLook?.();
    this.#cancelLook = null;
  }

  get #looking(): boolean {
    return this.isOpen && this.#ports.lifecycle.visible;
  }

  #indexOf(messageId: string | null): number {
    return messageId === null ? -1 : this.#events.messages().findIndex(({ id }) => id === messageId);
  }

  #scheduleLook(): () => void {
    return this.#ports.clock.setTimeout(() => {
      this.#events.look();
      this.#cancelLook = this.#scheduleLook();
    }, LOOK_INTERVAL_MS);
  }
}

function isReceived({ delivery }: ShownMessage): boolean {
  return delivery === null;
}
