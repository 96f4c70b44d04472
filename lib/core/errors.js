/** The one error type of the package. Branch on `code`, never on `message`. */
export class CablechatError extends Error {
    name = "CablechatError";
    constructor(code, message, { cause, ...details } = {}) {
        super(message, { cause });
        Object.assign(this, { retryable: false, fields: {} }, details, { code });
    }
}
//# sourceMappingURL=errors.js.map