import type { ConnectionStatus } from "../core/connection-status.js";
import { type Unsubscribe } from "../core/emitter.js";
import { CablechatError } from "../core/errors.js";
import type { Webchat } from "../core/webchat.js";
import { DeskActions } from "./desk-actions.js";
import { DeskConversation } from "./desk-conversation.js";
import type { DeskEvents } from "./desk-events.js";
import { type DeskOptions, type DeskPorts } from "./desk-options.js";
import { DeskOutbox } from "./desk-outbox.js";
import { HeadList } from "./head-list.js";
/** The agent's side of one webchat, headless: the list of conversations, live, and those that were opened. */
export declare class Desk {
    #private;
    readonly list: HeadList;
    readonly outbox: DeskOutbox;
    readonly actions: DeskActions;
    /** @throws CablechatError `invalid_configuration`, naming the option; `invalid_token` without a token */
    constructor(options: DeskOptions, ports: DeskPorts);
    /** The settings; `null` before the backend has answered. */
    get webchat(): Webchat | null;
    get connection(): ConnectionStatus;
    /** What keeps the desk from working at all; `null` when nothing does. */
    get problem(): CablechatError | null;
    get unreadCount(): number;
    /** The conversation the agent looks at. */
    get selected(): DeskConversation | null;
    on<Name extends keyof DeskEvents>(name: Name, listener: (payload: DeskEvents[Name]) => void): Unsubscribe;
    /** Connects, and sends what an earlier page left unsent. */
    start(): void;
    /** Looks at a conversation of the list; `null` for none. One that is not listed changes nothing. */
    select(id: string | null): void;
    /** Ends everything that was started. What is unsent stays stored, and goes out with the next desk. */
    destroy(): void;
}
