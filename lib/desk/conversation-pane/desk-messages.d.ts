import { type TemplateResult } from "lit";
import type { ScrollController } from "../../components/message-list/scroll-controller.js";
import type { ShownMessage } from "../../core/message.js";
import type { DeskConversation } from "../desk-conversation.js";
export interface DeskMessagesOptions {
    conversation: DeskConversation;
    locale: string;
    scroll: ScrollController;
    /** Wall-clock milliseconds. */
    now: number;
    onEdit: (message: ShownMessage) => void;
    onRemove: (message: ShownMessage) => void;
}
/** The messages, oldest first: the widget's bubbles, with what an agent can do about the own ones. */
export declare function renderDeskMessages(options: DeskMessagesOptions): TemplateResult;
