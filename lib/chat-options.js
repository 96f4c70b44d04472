import { CablechatError } from "./core/errors.js";
/** @throws CablechatError `invalid_configuration`, naming the option and the remedy */
export function assertChatOptions({ endpoint, webchat }) {
    if (!/^https?:/i.test(endpoint) || !URL.canParse(endpoint))
        invalid("endpoint", "an absolute http(s) URL");
    if (!webchat?.trim())
        invalid("webchat", "an id");
}
function invalid(option, remedy) {
    throw new CablechatError("invalid_configuration", `"${option}" must be ${remedy}.`);
}
//# sourceMappingURL=chat-options.js.map