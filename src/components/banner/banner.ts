import { html, type TemplateResult } from "lit";
import type { ConnectionStatus } from "../../core/connection-status.ts";
import { strings } from "../../locales/en.ts";
import type { ChatView } from "../chat-view.ts";
import { problemText } from "../problem/problem.ts";

/**
 * One line over the list, not above it: it comes and goes without moving the text. It always stands in the document,
 * because a live region that arrives with its text is not read out.
 *
 * @param trouble the connection's, once it has lasted
 */
export function renderBanner(chat: ChatView, trouble: ConnectionStatus | null): TemplateResult {
  return html`<div class="banner" part="banner" role="status">${bannerText(chat, trouble)}</div>`;
}

function bannerText(chat: ChatView, trouble: ConnectionStatus | null): string {
  if (trouble?.state === "offline") return strings.offline;
  // Without messages the problem has the whole list to itself.
  if (chat.problem !== null) return chat.messages.length > 0 ? problemText(chat.problem) : "";
  if (trouble?.state === "closed") return strings.closed;
  if (trouble?.state === "connecting") return strings.connecting;
  if (trouble !== null) return strings.reconnecting;
  const unsent = chat.messages.some(({ delivery }) => delivery === "pending" || delivery === "failed");
  return chat.memoryOnly && unsent ? strings.memoryOnly : "";
}
