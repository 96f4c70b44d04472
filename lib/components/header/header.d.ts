import { type TemplateResult } from "lit/html.js";
import type { ChatView } from "../chat-view.js";
/**
 * Who one is talking to, whether they are there, and the way out.
 *
 * @param now wall-clock milliseconds
 * @param live whether what is known of them is of now
 * @param onClose `null` where the chat cannot be closed (inline)
 */
export declare function renderHeader({ webchat, conversation }: ChatView, locale: string, now: number, live: boolean, onClose: (() => void) | null): TemplateResult;
