import type { CableIdentifier } from "../core/ports.ts";
import type { ApplicationChannel } from "./application-channel.ts";
import type { ChannelSubscription } from "./subscription-slot.ts";

/** What the owner of a `WebchatChannel` is told of the conversation it follows. */
export interface WebchatChannelEvents {
  /** The subscription stands, on the present socket. */
  confirmed(): void;
  /** It stood, or was asked for, and its socket is gone. */
  disconnected(): void;
  rejected(): void;
  /** A cable message as it came; nothing of it is known yet. While one conversation is left for another, of either. */
  received(conversation: string, data: unknown): void;
}

export interface WebchatChannelOptions {
  application: ApplicationChannel;
  /** The identifier of a conversation's subscription. */
  identifier: (conversation: string) => CableIdentifier;
  events: WebchatChannelEvents;
}

/**
 * The intent to follow one conversation, whatever sockets come and go.
 * A new conversation is subscribed to before the old one is left, so that there is no moment of hearing nothing.
 */
export class WebchatChannel {
  readonly #options: WebchatChannelOptions;
  #followed: string | null = null;
  #present: ChannelSubscription | null = null;
  #leaving: ChannelSubscription[] = [];
  #confirmed = false;

  constructor(options: WebchatChannelOptions) {
    this.#options = options;
  }

  /** The conversation that is wanted; `null` for none. */
  get followed(): string | null {
    return this.#followed;
  }

  get confirmed(): boolean {
    return this.#confirmed;
  }

  /** Follows `conversation` from now on. */
  follow(conversation: string): void {
    if (conversation === this.#followed) return;
    if (this.#present) this.#leaving.push(this.#present);
    this.#followed = conversation;
    this.#confirmed = false;
    const present = this.#subscribe(conversation);
    // Whoever was told of the new socket may want something else already.
    if (this.#followed === conversation) this.#present = present;
    else present.unsubscribe();
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
    const { application, identifier, events } = this.#options;
    const ifWanted = (what: () => void) => () => {
      if (this.#followed === conversation) what();
    };
    return application.subscribe(identifier(conversation), {
      onSubscriptionConfirmed: ifWanted(() => {
        this.#confirmed = true;
        this.#leaveOld();
        events.confirmed();
      }),
      onDisconnect: ifWanted(() => {
        this.#confirmed = false;
        events.disconnected();
      }),
      onRejected: ifWanted(() => {
        this.leave();
        events.rejected();
      }),
      onReceived: (data) => events.received(conversation, data),
    });
  }

  #leaveOld(): void {
    for (const old of this.#leaving.splice(0)) old.unsubscribe();
  }
}
