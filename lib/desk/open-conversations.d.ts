import type { DeskConversation } from "./desk-conversation.js";
/** The conversations an agent has opened, the one looked at among them. */
export declare class OpenConversations {
    #private;
    get selected(): DeskConversation | null;
    get all(): readonly DeskConversation[];
    byId(id: string): DeskConversation | null;
    select(next: DeskConversation | null): void;
    clear(): void;
}
