import { type TemplateResult } from "lit/html.js";
import type { CablechatError } from "../../core/errors.js";
import type { ChatView } from "../chat-view.js";
import { type AttachmentsRenderer } from "../message-bubble/message-bubble.js";
import type { KeyedRows } from "./keyed-rows.js";
import type { ScrollController } from "./scroll-controller.js";
/**
 * The messages, oldest first, and what stands around them.
 *
 * @param now wall-clock milliseconds
 * @param banner lies over them
 * @param typing stands below them
 * @param renderAttachments draws a message's files, once that has been fetched
 */
export declare function renderMessageList(chat: ChatView, scroll: ScrollController, rows: KeyedRows, locale: string, now: number, problemText: (problem: CablechatError) => string, onTryAgain: () => void, banner: unknown, typing: unknown, renderAttachments?: AttachmentsRenderer): TemplateResult;
