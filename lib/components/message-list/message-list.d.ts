import { type TemplateResult } from "lit/html.js";
import type { ChatView } from "../chat-view.js";
import type { KeyedRows } from "./keyed-rows.js";
import type { ScrollController } from "./scroll-controller.js";
/**
 * The messages, oldest first, and what stands around them.
 *
 * @param now wall-clock milliseconds
 * @param banner lies over them
 */
export declare function renderMessageList(chat: ChatView, scroll: ScrollController, rows: KeyedRows, locale: string, now: number, onTryAgain: () => void, banner: unknown): TemplateResult;
