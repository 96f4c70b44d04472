import { type TemplateResult } from "lit";
import type { Assignee } from "../../core/conversation.js";
import type { ConversationHead } from "../../core/conversation-head.js";
export interface VisitorDetailsOptions {
    head: ConversationHead;
    assignee: Assignee | null;
    onAssign: () => void;
    onRelease: () => void;
    onHide: () => void;
}
/** Who it is with, and where on the site they are. Everything here is the visitor's word, so nothing of it is markup. */
export declare function renderVisitorDetails(options: VisitorDetailsOptions): TemplateResult;
