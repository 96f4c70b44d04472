import { type TemplateResult } from "lit/html.js";
import type { ChatView } from "../chat-view.js";
/**
 * Who one is talking to, whether they are there, and the way out.
 *
 * @param now wall-clock milliseconds
 * @param onClose `null` where the chat cannot be closed (inline)
 */
export declare function renderHeader({ webchat, conversation }: ChatView, locale: string, now: number, onClose: (() => void) | null): TemplateResult;
