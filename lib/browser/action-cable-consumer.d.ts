import type { CableConsumer } from "../core/ports.js";
/**
 * `@rails/actioncable`, one connection a socket: its sub-protocol, its frames, its commands. Not its reconnection, which
 * measures time with `Date`, never replaces a socket stuck in CONNECTING, and keeps a dead one for 6 to 17 s; and not
 * its list of subscriptions, which `ApplicationChannel` has, with when each is to be asked for again.
 */
export declare const actionCableConsumer: CableConsumer;
