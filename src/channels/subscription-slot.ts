import type { CableIdentifier, CableSocket, CableSubscription, Ports } from "../core/ports.ts";

/** What an owner of a subscription is told. */
export interface SubscriptionEvents {
  /** The server has confirmed, on the present socket: what is committed from now on will be broadcast to it. */
  onSubscriptionConfirmed(): void;
  /** The socket was given up. A confirmation on the next one follows, unless the channel is closed. */
  onDisconnect(): void;
  /** The server refused. The subscription is over. */
  onRejected(): void;
  onReceived(data: unknown): void;
}

/** One identifier on whichever socket lives, shared by all who asked for it: a server confirms it only once. */
export class SubscriptionSlot {
  readonly #identifier: CableIdentifier;
  readonly #ports: Ports;
  readonly #listeners = new Set<SubscriptionEvents>();
  #cable: CableSubscription | null = null;
  /** The socket it was asked on; what another one says is of an older generation. */
  #socket: CableSocket | null = null;
  #askedAt = 0;
  #confirmed = false;
  #rejected = false;

  constructor(identifier: CableIdentifier, ports: Ports) {
    this.#identifier = identifier;
    this.#ports = ports;
  }

  get wanted(): boolean {
    return this.#listeners.size > 0;
  }

  get confirmed(): boolean {
    return this.#confirmed;
  }

  /** Whether the present socket has been asked for it. */
  get asked(): boolean {
    return this.#socket !== null;
  }

  add(events: SubscriptionEvents): SubscriptionEvents {
    // A wrapper, so that the same object given twice counts twice.
    const listener = delegate(events);
    this.#listeners.add(listener);
    // The server says either only once; who comes later is told as well, but not before it has its subscription in hand.
    const [confirmed, rejected] = [this.#confirmed, this.#rejected];
    queueMicrotask(() => {
      if (!this.#listeners.has(listener)) return;
      if (confirmed && this.#confirmed) listener.onSubscriptionConfirmed();
      if (rejected) listener.onRejected();
    });
    return listener;
  }

  remove(listener: SubscriptionEvents): void {
    this.#listeners.delete(listener);
  }

  /** Subscribes on `socket`, once a socket. */
  ask(socket: CableSocket, onConfirmed: () => void): void {
    if (this.#socket !== null || this.#rejected) return;
    this.#socket = socket;
    this.#askedAt = this.#ports.clock.now();
    const current = () => this.#socket === socket;
    this.#cable = socket.subscribe(this.#identifier, {
      confirmed: () => {
        if (!current() || this.#confirmed) return;
        this.#confirmed = true;
        onConfirmed();
        this.#tell((listener) => listener.onSubscriptionConfirmed());
      },
      rejected: () => {
        if (!current()) return;
        this.#rejected = true;
        this.#cable = null;
        this.#tell((listener) => listener.onRejected());
      },
      received: (data) => current() && this.#tell((listener) => listener.onReceived(data)),
    });
  }

  /** The socket is gone. */
  lost(): void {
    if (this.#socket === null) return;
    this.#socket = null;
    this.#cable = null;
    this.#confirmed = false;
    this.#tell((listener) => listener.onDisconnect());
  }

  /** Nobody wants it any more. */
  leave(): void {
    this.#cable?.unsubscribe();
    this.#socket = null;
    this.#cable = null;
    this.#confirmed = false;
  }

  perform(action: string, data: Readonly<Record<string, unknown>>): void {
    if (this.#confirmed) this.#cable?.perform(action, data);
  }

  unconfirmedFor(limitMs: number): boolean {
    const waiting = this.#socket !== null && !this.#confirmed && !this.#rejected;
    return waiting && this.#ports.clock.now() - this.#askedAt >= limitMs;
  }

  #tell(what: (listener: SubscriptionEvents) => void): void {
    for (const listener of [...this.#listeners]) {
      try {
        what(listener);
      } catch (error) {
        // The named case: one owner's handler failed; the other owners of the socket still have to hear of it.
        this.#ports.reportError(error);
      }
    }
  }
}

/** An owner's hold on a subscription. */
export class ChannelSubscription {
  readonly #slot: SubscriptionSlot;
  readonly #listener: SubscriptionEvents;
  readonly #left: () => void;

  constructor(slot: SubscriptionSlot, listener: SubscriptionEvents, left: () => void) {
    this.#slot = slot;
    this.#listener = listener;
    this.#left = left;
  }

  /** Sends a client action. Does nothing while unconfirmed: everything durable goes over REST. */
  perform(action: string, data: Readonly<Record<string, unknown>>): void {
    this.#slot.perform(action, data);
  }

  unsubscribe(): void {
    this.#slot.remove(this.#listener);
    this.#left();
  }
}

function delegate(events: SubscriptionEvents): SubscriptionEvents {
  return {
    onSubscriptionConfirmed: () => events.onSubscriptionConfirmed(),
    onDisconnect: () => events.onDisconnect(),
    onRejected: () => events.onRejected(),
    onReceived: (data) => events.onReceived(data),
  };
}
