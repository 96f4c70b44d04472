import { CablechatError } from "../core/errors.js";
/** @throws CablechatError `invalid_configuration`, naming the option and the remedy; `invalid_token` without a token */
export function assertDeskOptions({ endpoint, webchat, token }) {
    if (!/^https?:\/\//i.test(endpoint) || !URL.canParse(endpoint)) {
        const remedy = "set it to the backend's mount point, e.g. https://app.example.com/cablechat";
        throw new CablechatError("invalid_configuration", `"endpoint" is ${endpoint ? "no http(s) URL" : "missing"}: ${remedy}.`);
    }
    if (webchat.trim() === "") {
        throw new CablechatError("invalid_configuration", '"webchat" is missing: set it to the webchat\'s public id.');
    }
    if (token === "")
        throw new CablechatError("invalid_token", '"token" is missing: set it to the agent\'s token.');
}
//# sourceMappingURL=desk-options.js.map