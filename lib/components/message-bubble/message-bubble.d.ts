import { type TemplateResult } from "lit/html.js";
import type { ShownMessage } from "../../core/message.js";
import type { Row } from "../message-list/group-messages.js";
/** What becomes of a message from here: one that could not be sent, and one that still streams. */
export interface BubbleOwner {
    retry(clientId: string): void;
    discard(clientId: string): void;
    /** Absent where nobody may stop a reply. */
    cancel?(messageId: string): unknown;
}
export type AttachmentsRenderer = (message: ShownMessage, locale: string) => unknown;
/**
 * One message: who, what, when, and how it stands.
 *
 * @param actions what else can be done with it; stands beside its bubble
 * @param renderFiles draws its files; their names until that is at hand
 */
export declare function renderBubble({ message, day, first, last }: Row, locale: string, owner: BubbleOwner, actions?: unknown, renderFiles?: AttachmentsRenderer): TemplateResult;
/** What `data-state` says: how it stands on its way out for one's own, else the backend's word. */
export declare function stateOf({ state, delivery }: ShownMessage): string;
