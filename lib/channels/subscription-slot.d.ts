import type { Emitter } from "../core/emitter.js";
import type { CableIdentifier, CableSubscription } from "../core/ports.js";
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
/** An owner's hold on a subscription. */
export interface ChannelSubscription {
    /** Sends a client action. Does nothing while unconfirmed: everything durable goes over REST. */
    perform(action: string, data: Readonly<Record<string, unknown>>): void;
    /** Twice is harmless. */
    unsubscribe(): void;
}
/** One identifier on whichever socket lives, shared by all who asked for it: a server confirms it only once. */
export interface SubscriptionSlot {
    readonly identifier: CableIdentifier;
    readonly owners: Emitter<{
        told: (owner: SubscriptionEvents) => void;
    }>;
    /** On the present socket; only a rejection outlasts it. */
    state: "wanted" | "asked" | "confirmed" | "rejected";
    cable: CableSubscription | null;
}
