import type { ChannelStatus } from "../channels/application-channel.js";
import type { ConnectionStatus } from "../core/connection-status.js";
import type { BootstrapLoop } from "./bootstrap-loop.js";
export interface ConnectionFacts {
    online: boolean;
    bootstrap: Pick<BootstrapLoop, "running" | "retryInMs">;
    /** `idle` before there is a conversation to follow. */
    channel: ChannelStatus;
    /**
     * What is followed; `null` before there is anything to follow. Caught up without being confirmed it is where it is
     * polled.
     */
    thread: {
        readonly confirmed: boolean;
        readonly caughtUp: boolean;
    } | null;
    /** Whether it was ever confirmed. */
    wasConfirmed: boolean;
}
/** One honest word for all that goes on below. */
export declare function connectionStatus(facts: ConnectionFacts): ConnectionStatus;
