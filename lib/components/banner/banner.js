import { html } from "lit/html.js";
import { strings } from "../../locales/en.js";
/**
 * One line over the list, not above it: it comes and goes without moving the text. It always stands in the document,
 * because a live region that arrives with its text is not read out.
 *
 * @param trouble the connection's, once it has lasted
 */
export function renderBanner(chat, trouble, problemText) {
    return html `<div class="banner" part="banner" role="status">${bannerText(chat, trouble, problemText)}</div>`;
}
function bannerText({ problem, messages, memoryOnly, ended }, trouble, problemText) {
    if (trouble === "offline")
        return strings.offline;
    // Without messages the problem has the whole list to itself.
    if (problem)
        return messages.length > 0 ? problemText(problem) : "";
    if (trouble)
        return trouble === "connecting" ? strings.connecting : strings.reconnecting;
    if (ended)
        return strings.ended;
    const unsent = messages.some(({ delivery }) => delivery === "pending" || delivery === "failed");
    return memoryOnly && unsent ? strings.memoryOnly : "";
}
//# sourceMappingURL=banner.js.map