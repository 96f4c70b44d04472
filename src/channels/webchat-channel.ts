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
  /** The last one is of the conversation followed; those before it are left when that is confirmed. */
  readonly #held: ChannelSubscription[] = [];
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
    this.#followed = conversation;
    this.#confirmed = false;
    const subscription = this.#subscribe(conversation);
    // Whoever was told of the new socket may want something else already.
    if (this.#followed === conversation) this.#held.push(subscription);
    else subscription.unsubscribe();
  }

  /** Follows nothing any more. */
  leave(): void {
    this.#followed = null;
    this.#confirmed = false;
    this.#drop(this.#held.length);
  }

  perform(action: string, data: Readonly<Record<string, unknown>>): void {
    this.#held.at(-1)?.perform(action, data);
  }

  #subscribe(conversation: string): ChannelSubscription {
    const { application, identifier, events } = this.#options;
    const ifWanted = (what: () => void) => () => {
      if (this.#followed === conversation) what();
    };
    return application.subscribe(identifier(conversation), {
      onSubscriptionConfirmed: ifWanted(() => {
        this.#confirmed = true;
        this.#drop(this.#held.length - 1);
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

  #drop(count: number): void {
    for (const old of this.#held.splice(0, count)) old.unsubscribe();
  }
}
