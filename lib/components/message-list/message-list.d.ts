import { type TemplateResult } from "lit/html.js";
import type { ChatView } from "../chat-view.js";
import type { KeyedRows } from "./keyed-rows.js";
import type { ScrollController } from "./scroll-controller.js";
export interface MessageListOptions {
    chat: ChatView;
    scroll: ScrollController;
    rows: KeyedRows;
    locale: string;
    /** Wall-clock milliseconds. */
    now: number;
    /** Whether the last attempt to load older messages failed. */
    olderFailed: boolean;
    onLoadOlder: () => void;
    onTryAgain: () => void;
}
/** The messages, oldest first, and what stands around them. */
export declare function renderMessageList(options: MessageListOptions): TemplateResult;
