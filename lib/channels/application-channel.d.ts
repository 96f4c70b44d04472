import { type Unsubscribe } from "../core/emitter.js";
import type { CableIdentifier, Ports } from "../core/ports.js";
import { type CableUrl } from "./cable-line.js";
import { type ReconnectOptions } from "./reconnect-delay.js";
import type { ChannelSubscription, SubscriptionEvents } from "./subscription-slot.js";
export type { CableUrl } from "./cable-line.js";
/** `waiting` carries when the next attempt is due; `closed` means that none will be made. */
export type ChannelStatus = {
    readonly state: "idle";
} | {
    readonly state: "connecting";
    readonly attempt: number;
} | {
    readonly state: "open";
} | {
    readonly state: "waiting";
    readonly attempt: number;
    readonly retryInMs: number;
} | {
    readonly state: "closed";
    readonly reason: string;
};
export interface ChannelEvents {
    status: ChannelStatus;
    /** A socket was given up. `true` where it went without a word: what else is kept open over the same line is likely as dead. */
    replaced: boolean;
}
/**
 * Which socket is alive. Owns the sockets of one cable URL and nothing else: at most one socket and one attempt at a
 * time, a `CableLine` each; what an older one still says is ignored.
 *
 * "Disconnected" will be retried, "closed" will not, until somebody subscribes anew.
 */
export declare class ApplicationChannel {
    #private;
    constructor(url: CableUrl, ports: Ports, options?: ReconnectOptions);
    get status(): ChannelStatus;
    on<Name extends keyof ChannelEvents>(name: Name, listener: (payload: ChannelEvents[Name]) => void): Unsubscribe;
    /** Stays subscribed across sockets until `unsubscribe()` or a rejection. The first subscription opens the socket. */
    subscribe(identifier: CableIdentifier, events: SubscriptionEvents): ChannelSubscription;
    /** While any holder is in the foreground, reconnection is prompt; else it is spread out. */
    setForeground(holder: object, foreground: boolean): void;
    /** The server asked for patience (`Retry-After`): no attempt before `delayMs` have passed, capped at the maximum delay. */
    holdOff(delayMs: number): void;
}
