import { Emitter, type Unsubscribe } from "../core/emitter.ts";
import type { CableIdentifier, ReportError } from "../core/ports.ts";
import type { ApplicationChannel } from "./application-channel.ts";
import type { ChannelSubscription } from "./subscription-slot.ts";

export interface WebchatChannelEvents {
  /** The subscription to the followed conversation stands, on the present socket. */
  confirmed: { conversation: string };
  /** It stood, or was asked for, and its socket is gone. */
  disconnected: { conversation: string };
  rejected: { conversation: string };
  /** A cable message as it came; nothing of it is known yet. */
  received: { conversation: string; data: unknown };
}

export interface WebchatChannelOptions {
  application: ApplicationChannel;
  /** The identifier of a conversation's subscription. */
  identifier: (conversation: string) => CableIdentifier;
  reportError: ReportError;
}

/**
 * The intent to follow one conversation, whatever sockets come and go.
 * A new conversation is subscribed to before the old one is left, so that there is no moment of hearing nothing.
 */
export class WebchatChannel {
  readonly #options: WebchatChannelOptions;
  readonly #events: Emitter<WebchatChannelEvents>;
  #followed: string | null = null;
  #present: ChannelSubscription | null = null;
  #leaving: ChannelSubscription[] = [];
  #confirmed = false;

  constructor(options: WebchatChannelOptions) {
    this.#options = options;
    this.#events = new Emitter(options.reportError);
  }

  /** The conversation that is wanted; `null` for none. */
  get followed(): string | null {
    return this.#followed;
  }

  get confirmed(): boolean {
    return this.#confirmed;
  }

  on<Name extends keyof WebchatChannelEvents>(
    name: Name,
    listener: (payload: WebchatChannelEvents[Name]) => void,
  ): Unsubscribe {
    return this.#events.on(name, listener);
  }

  /** Follows `conversation` from now on. */
  follow(conversation: string): void {
    if (conversation === this.#followed) return;
    if (this.#present) this.#leaving.push(this.#present);
    this.#followed = conversation;
    this.#confirmed = false;
    this.#present = this.#subscribe(conversation);
  }

  /** Follows nothing any more. */
  leave(): void {
    this.#followed = null;
    this.#confirmed = false;
    this.#leaveOld();
    this.#present?.unsubscribe();
    this.#present = null;
  }

  perform(action: string, data: Readonly<Record<string, unknown>>): void {
    this.#present?.perform(action, data);
  }

  #subscribe(conversation: string): ChannelSubscription {
    const wanted = () => this.#followed === conversation;
    return this.#options.application.subscribe(this.#options.identifier(conversation), {
      onSubscriptionConfirmed: () => {
        if (!wanted()) return;
        this.#confirmed = true;
        this.#leaveOld();
        this.#events.emit("confirmed", { conversation });
      },
      onDisconnect: () => {
        if (!wanted()) return;
        this.#confirmed = false;
        this.#events.emit("disconnected", { conversation });
      },
      onRejected: () => {
        if (!wanted()) return;
        this.leave();
        this.#events.emit("rejected", { conversation });
      },
      onReceived: (data) => this.#events.emit("received", { conversation, data }),
    });
  }

  #leaveOld(): void {
    for (const old of this.#leaving.splice(0)) old.unsubscribe();
  }
}
