import type { ChannelStatus } from "../channels/application-channel.js";
import type { ConnectionStatus } from "../core/connection-status.js";
export interface ConnectionFacts {
    online: boolean;
    /** Whether the bootstrap is on its way. */
    booting: boolean;
    /** When a failed bootstrap is tried again, in milliseconds; `null` where none has failed. */
    retryInMs: number | null;
    /** `idle` before there is a conversation to follow. */
    channel: ChannelStatus;
    confirmed: boolean;
    caughtUp: boolean;
    /** Whether it was ever confirmed. */
    wasConfirmed: boolean;
}
/** One honest word for all that goes on below. */
export declare function connectionStatus(facts: ConnectionFacts): ConnectionStatus;
