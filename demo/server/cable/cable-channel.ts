/** What a connection asks for: parsed from the JSON inside `identifier`. */
export type ChannelParams = Readonly<Record<string, unknown>>;

/** One subscription of one connection. */
export interface CableSubscription {
  /** A client's action. Unknown ones are ignored. */
  perform(action: string, data: ChannelParams): void;
  /** Nothing is delivered any more. */
  end(): void;
}

/** What a subscription may do to its own socket. */
export interface Subscriber {
  /** Hands on a frame, as JSON text. */
  deliver(json: string): void;
  /** Ends the subscription from the server's side, and says so. */
  reject(): void;
}

/**
 * A kind of channel. Attaches before it returns, so that the confirmation which follows promises no hole
 * (protocol/README.md, promise 3); `null` rejects.
 */
export type CableChannel = (params: ChannelParams, subscriber: Subscriber) => CableSubscription | null;
