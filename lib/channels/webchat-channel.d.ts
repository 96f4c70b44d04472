import type { CableIdentifier } from "../core/ports.js";
import type { ApplicationChannel } from "./application-channel.js";
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
export declare class WebchatChannel {
    #private;
    constructor(options: WebchatChannelOptions);
    /** The conversation that is wanted; `null` for none. */
    get followed(): string | null;
    get confirmed(): boolean;
    /** Follows `conversation` from now on. */
    follow(conversation: string): void;
    /** Follows nothing any more. */
    leave(): void;
    perform(action: string, data: Readonly<Record<string, unknown>>): void;
}
