import type { ConnectionStatus } from "./core/connection-status.js";
import { CablechatError, type CablechatErrorCode } from "./core/errors.js";
import { Sending } from "./sending.js";
import type { BootstrapLoop } from "./session/bootstrap-loop.js";
import type { Typing } from "./session/typing.js";
import type { Thread } from "./thread.js";
/** How it stands between a visitor and the backend: the connection, and what keeps the chat from working. */
export declare abstract class Standing extends Sending {
    #private;
    connection: ConnectionStatus;
    /** What keeps the chat from working, for the visitor to be told; `null` when nothing does. */
    problem: CablechatError | null;
    protected bootstrap: BootstrapLoop;
    protected thread: Thread | null;
    /** Since the visitor began. */
    protected wasConfirmed: boolean;
    /** Why no further attempt is made. */
    protected whyRefused: string | null;
    /** Fetched when first somebody types, here or on the other side. */
    protected typists: Typing | null;
    protected get followed(): string | null | undefined;
    protected fail(error: CablechatError): void;
    /**
     * The conversation, the session or a token may not be what it was; a bootstrap tells. Not for ever: a wrong set-up
     * never heals.
     */
    protected onRefused(code: CablechatErrorCode, reason: string): void;
    protected progressed(): void;
    /** In the order told. Until somebody has begun there is nothing to end. */
    protected ofTyping(what: (typists: Typing) => void, begins?: boolean): void;
    /** What is known is wrong: the bootstrap tells anew. */
    protected abstract startOver(): void;
}
