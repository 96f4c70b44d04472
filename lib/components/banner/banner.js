import { html } from "lit/html.js";
import { strings } from "../../locales/en.js";
/**
 * One line over the list, not above it: it comes and goes without moving the text. It always stands in the document,
 * because a live region that arrives with its text is not read out.
 *
 * @param trouble the connection's, once it has lasted
 */
export function renderBanner(chat, trouble, problemText) {
    const { messages, memoryOnly } = chat;
    const unsent = messages.some(({ delivery }) => delivery === "pending" || delivery === "failed");
    // Beside whatever else is wrong: it is then that somebody loads the page anew.
    const warning = memoryOnly && unsent ? strings.memoryOnly : "";
    const text = `${troubleText(chat, trouble, problemText)} ${warning}`.trim();
    return html `<div class="banner" part="banner" role="status">${text}</div>`;
}
function troubleText({ problem, messages, ended }, trouble, problemText) {
    if (trouble === "offline")
        return strings.offline;
    // Without messages the problem has the whole list to itself.
    if (problem)
        return messages.length > 0 ? problemText(problem) : "";
    if (trouble)
        return trouble === "connecting" ? strings.connecting : strings.reconnecting;
    return ended ? strings.ended : "";
}
//# sourceMappingURL=banner.js.map