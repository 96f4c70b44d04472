import { CablechatError } from "../core/errors.js";
/** Characters, not bytes (protocol/README.md, "Limits"). */
export const MAX_BODY_LENGTH = 10_000;
/**
 * `text` without the white space around it.
 *
 * @param mayBeEmpty with a file
 * @throws CablechatError `invalid`, with `fields.body`
 */
export function validBody(text, mayBeEmpty = false) {
    const body = text.trim();
    if (!body && !mayBeEmpty)
        throw invalid("body", "is empty.");
    if ([...body].length > MAX_BODY_LENGTH)
        throw invalid("body", `is longer than ${MAX_BODY_LENGTH} characters.`);
    return body;
}
/** @param field as the backend names it in its own complaints */
export function invalid(field, complaint) {
    return new CablechatError("invalid", `The message's ${field} ${complaint}`, { fields: { [field]: [complaint] } });
}
//# sourceMappingURL=valid-body.js.map