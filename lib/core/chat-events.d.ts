import type { ConnectionStatus } from "./connection-status.js";
import type { Conversation } from "./conversation.js";
import type { CablechatError } from "./errors.js";
import type { ShownMessage } from "./message.js";
/** What a chat tells, by name. On the element the same come as `cablechat:NAME`, with the payload as `detail`. */
export interface ChatEvents {
    /** The settings are here and every method acts. Once. */
    ready: Record<string, never>;
    open: Record<string, never>;
    close: Record<string, never>;
    /** A message of somebody else has arrived; once a message. */
    message: {
        message: ShownMessage;
    };
    /** The backend has answered for a message of one's own. Of several tabs, in the one that sent it. */
    sent: {
        message: ShownMessage;
    };
    /** A message of one's own could not be sent and waits for "retry" or "delete". Of several tabs, in the one that tried. */
    failed: {
        message: ShownMessage;
        error: CablechatError;
    };
    unread: {
        count: number;
    };
    connection: ConnectionStatus;
    conversation: {
        conversation: Conversation | null;
    };
    identified: {
        identified: boolean;
        name: string | null;
    };
    error: {
        error: CablechatError;
    };
    /** Something that is drawn has changed: messages, settings, typing, `hasMoreBefore`. */
    change: Record<string, never>;
    /** A catch-up has begun or ended; for panels that show the works, and for tests. */
    catchup: {
        phase: "started" | "page" | "done" | "failed" | "aborted";
        reason: string;
        messages: number;
    };
}
