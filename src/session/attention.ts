import type { ApplicationChannel } from "../channels/application-channel.ts";
import type { ShownMessage } from "../core/message.ts";
import type { Clock, PageLifecycle } from "../core/ports.ts";
import type { ReadPointer } from "./read-pointer.ts";

export interface AttentionOptions {
  clock: Clock;
  lifecycle: PageLifecycle;
  read: ReadPointer;
  messages(): readonly ShownMessage[];
  unread(count: number): void;
  /** Time to compare with the backend, while somebody looks. */
  look(): void;
}

/** How often an open, visible panel compares itself with the backend: broadcasts can vanish on a healthy socket. */
const LOOK_INTERVAL_MS = 40_000;

/** Whether somebody is looking, and what follows from it: who reconnects first, what counts as read. */
export class Attention {
  readonly #options: AttentionOptions;
  #application: ApplicationChannel | null = null;
  #open = false;
  #unreadCount = 0;
  #cancelLook: (() => void) | null = null;

  constructor(options: AttentionOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  get unreadCount(): number {
    return this.#unreadCount;
  }

  setOpen(open: boolean): void {
    this.#open = open;
    this.refresh();
  }

  setApplication(application: ApplicationChannel): void {
    this.#application = application;
    this.refresh();
  }

  /** The panel or the page has been opened, closed, shown or hidden. */
  refresh(): void {
    const looking = this.#looking;
    this.#application?.setForeground(this, looking);
    if (looking) this.#cancelLook ??= this.#scheduleLook();
    else this.stop();
    this.count();
  }

  /** The messages have changed. */
  count(): void {
    const { read, messages, unread } = this.#options;
    if (this.#looking) read.readAll(messages());
    const count = read.unread(messages());
    if (count === this.#unreadCount) return;
    this.#unreadCount = count;
    unread(count);
  }

  stop(): void {
    this.#application?.setForeground(this, false);
    this.#cancelLook?.();
    this.#cancelLook = null;
  }

  get #looking(): boolean {
    return this.#open && this.#options.lifecycle.visible;
  }

  #scheduleLook(): () => void {
    return this.#options.clock.setTimeout(() => {
      this.#options.look();
      this.#cancelLook = this.#scheduleLook();
    }, LOOK_INTERVAL_MS);
  }
}
