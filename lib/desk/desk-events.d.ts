import type { ChatEvents } from "../core/chat-events.js";
import type { ConnectionStatus } from "../core/connection-status.js";
import type { CablechatError } from "../core/errors.js";
/** What a desk tells, by name. On the element the same come as `cablechat:NAME`. */
export interface DeskEvents {
    /** Something that is drawn has changed. */
    change: Record<string, never>;
    connection: ConnectionStatus;
    /** The visitors' messages that no agent has seen, in the conversations listed. */
    unread: {
        count: number;
    };
    error: {
        error: CablechatError;
    };
    catchup: ChatEvents["catchup"];
}
