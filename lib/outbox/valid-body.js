import { CablechatError } from "../core/errors.js";
/** Characters, not bytes (protocol/README.md, "Limits"). */
export const MAX_BODY_LENGTH = 10_000;
/**
 * `text` without the white space around it.
 *
 * @throws CablechatError `invalid`, with `fields.body`
 */
export function validBody(text) {
    const body = text.trim();
    if (body === "")
        throw invalidBody("is empty.");
    if ([...body].length > MAX_BODY_LENGTH)
        throw invalidBody(`is longer than ${MAX_BODY_LENGTH} characters.`);
    return body;
}
function invalidBody(complaint) {
    return new CablechatError("invalid", `The message ${complaint}`, { fields: { body: [complaint] } });
}
//# sourceMappingURL=valid-body.js.map