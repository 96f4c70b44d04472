import { strings } from "../../locales/en.js";
const WORDS = {
    network: strings.problemUnreachable,
    timeout: strings.problemUnreachable,
    unavailable: strings.problemUnreachable,
    unknown_webchat: strings.problemNotHere,
    not_found: strings.problemNotHere,
    origin_not_allowed: strings.problemNotHere,
    subscription_rejected: strings.problemRefused,
    connection_refused: strings.problemRefused,
};
/** What keeps the chat from working, in words a visitor understands. The console has the developer's. */
export function problemText({ code }) {
    return WORDS[code] ?? strings.problemOther;
}
//# sourceMappingURL=problem.js.map