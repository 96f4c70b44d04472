import { type TemplateResult } from "lit";
import type { ComposerController } from "../../components/composer/composer-controller.js";
import type { DeskConversation } from "../desk-conversation.js";
import { type DeskMessagesOptions } from "./desk-messages.js";
export interface ConversationPaneOptions extends DeskMessagesOptions {
    conversation: DeskConversation;
    composer: ComposerController;
    /** Whether the composer holds a message that was sent before. */
    editing: boolean;
    detailsOpen: boolean;
    onBack: () => void;
    onToggleDetails: () => void;
    onCancelEdit: () => void;
    onClose: () => void;
    onReopen: () => void;
    onKeydown: (event: KeyboardEvent) => void;
}
/** The conversation the agent looks at. */
export declare function renderConversationPane(options: ConversationPaneOptions): TemplateResult;
/** What stands there before a conversation is chosen. */
export declare function renderNoConversation(): TemplateResult;
