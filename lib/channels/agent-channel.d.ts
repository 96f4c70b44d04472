import type { CableIdentifier } from "../core/ports.js";
import type { ApplicationChannel } from "./application-channel.js";
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
export declare class AgentChannel {
    #private;
    constructor(options: AgentChannelOptions);
    get confirmed(): boolean;
    join(): void;
    leave(): void;
}
