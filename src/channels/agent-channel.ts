import type { CableIdentifier } from "../core/ports.ts";
import type { ApplicationChannel } from "./application-channel.ts";
import type { ChannelSubscription } from "./subscription-slot.ts";

/** What the owner of an `AgentChannel` is told. */
export interface AgentChannelEvents {
  /** The subscription to the list stands, on the present socket. */
  confirmed(): void;
  /** It stood, or was asked for, and its socket is gone. */
  disconnected(): void;
  /** The server does not know the token, or the webchat. */
  rejected(): void;
  /** A cable message as it came; nothing of it is known yet. */
  received(data: unknown): void;
}

export interface AgentChannelOptions {
  application: ApplicationChannel;
  identifier: CableIdentifier;
  events: AgentChannelEvents;
}

/** The intent to hear of every conversation of a webchat, whatever sockets come and go. */
export class AgentChannel {
  readonly #options: AgentChannelOptions;
  #subscription: ChannelSubscription | null = null;
  #confirmed = false;

  constructor(options: AgentChannelOptions) {
    this.#options = options;
  }

  get confirmed(): boolean {
    return this.#confirmed;
  }

  join(): void {
    const { application, identifier, events } = this.#options;
    this.#subscription ??= application.subscribe(identifier, {
      onSubscriptionConfirmed: () => {
        this.#confirmed = true;
        events.confirmed();
      },
      onDisconnect: () => {
        this.#confirmed = false;
        events.disconnected();
      },
      onRejected: () => {
        this.leave();
        events.rejected();
      },
      onReceived: (data) => events.received(data),
    });
  }

  leave(): void {
    this.#confirmed = false;
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }
}
