import { html, type TemplateResult } from "lit/html.js";
import type { ConnectionStatus } from "../../core/connection-status.ts";
import type { CablechatError } from "../../core/errors.ts";
import { strings } from "../../locales/en.ts";
import type { ChatView } from "../chat-view.ts";

/**
 * One line over the list, not above it: it comes and goes without moving the text. It always stands in the document,
 * because a live region that arrives with its text is not read out.
 *
 * @param trouble the connection's, once it has lasted
 */
export function renderBanner(
  chat: ChatView,
  trouble: ConnectionStatus["state"] | undefined,
  problemText: (problem: CablechatError) => string,
): TemplateResult {
  const { messages, memoryOnly } = chat;
  const unsent = messages.some(({ delivery }) => delivery === "pending" || delivery === "failed");
  // Beside whatever else is wrong: it is then that somebody loads the page anew.
  const warning = memoryOnly && unsent ? strings.memoryOnly : "";
  const text = `${troubleText(chat, trouble, problemText)} ${warning}`.trim();
  return html`<div class="banner" part="banner" role="status">${text}</div>`;
}

function troubleText(
  { problem, messages, ended }: ChatView,
  trouble: ConnectionStatus["state"] | undefined,
  problemText: (problem: CablechatError) => string,
): string {
  if (trouble === "offline") return strings.offline;
  // Without messages the problem has the whole list to itself.
  if (problem) return messages.length > 0 ? problemText(problem) : "";
  if (trouble) return trouble === "connecting" ? strings.connecting : strings.reconnecting;
  return ended ? strings.ended : "";
}
