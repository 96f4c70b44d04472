import { html } from "lit/html.js";
import { strings } from "../../locales/en.js";
const WORDS = {
    network: strings.problemUnreachable,
    timeout: strings.problemUnreachable,
    unavailable: strings.problemUnreachable,
    unknown_webchat: strings.problemUnknown,
    not_found: strings.problemUnknown,
    origin_not_allowed: strings.problemOrigin,
    too_many_requests: strings.problemBusy,
};
/** What keeps the chat from working, in words a visitor understands. The console has the developer's. */
export function problemText({ code }) {
    return WORDS[code] ?? strings.problemOther;
}
/** The problem in place of the messages, where there are none. */
export function renderProblem(problem, onTryAgain) {
    return html `<div class="empty" part="problem" role="alert">
    <h3>${strings.problemTitle}</h3>
    <p>${problemText(problem)}</p>
    <button class="quiet" type="button" @click=${onTryAgain}>${strings.tryAgain}</button>
  </div>`;
}
//# sourceMappingURL=problem.js.map