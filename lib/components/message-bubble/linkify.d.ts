import { type TemplateResult } from "lit/html.js";
/**
 * Plain text with its http(s) addresses as links. Everything is bound as text: nothing a message says becomes markup,
 * and no other scheme becomes a link.
 */
export declare function linkify(text: string): unknown[];
/** An http(s) address. That page learns neither who opened it nor from where. */
export declare function renderLink(address: string, text: string, part?: string): TemplateResult;
