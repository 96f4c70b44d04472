import { CablechatError } from "../core/errors.js";
/**
 * A reader of objects, from a reader of each field under its name on the wire; `created_at` becomes `createdAt`.
 * What is no object has no field. Unknown fields are left out.
 *
 * The reader throws CablechatError `invalid_response`, naming the field, where a field cannot do without its value.
 */
export function shape(readers) {
    const fields = Object.entries(readers).map(([key, read]) => [key, read, key.replace(/_./g, ([, letter = ""]) => letter.toUpperCase())]);
    return (json, name = "answer") => {
        const shaped = {};
        for (const [key, read, as] of fields) {
            const path = `${name}.${key}`;
            shaped[as] = read(Object(json)[key], path);
            if (shaped[as] === undefined)
                throw invalid(path);
        }
        return shaped;
    };
}
/** A reader of objects whose fields have any names, from a reader of all of them. */
export function mapFields(read) {
    return (value, name) => Object.fromEntries(Object.entries(Object(value)).map(([key, field]) => [key, read(field, name)]));
}
/** The field of that name is not as the contract has it. */
export function invalid(name) {
    return new CablechatError("invalid_response", `"${name}" is missing or wrong.`);
}
/** `null` for what is not there, whatever stands for it. */
export function optional(read) {
    return (value, name) => (value ? read(value, name) : null);
}
/** Cannot do without. */
export function required(read) {
    return (value, name) => read(value, name) ?? undefined;
}
export function list(read) {
    return (value, name) => (Array.isArray(value) ? value.map((row) => read(row, name)) : []);
}
/** One of those known; what a later version has is the last of them. */
export function oneOf(...known) {
    return (value) => known.find((each) => each === value) ?? known.at(-1);
}
/**
 * Rows of a page. One that cannot be read is left out and told to `unreadable`, so that it does not hide the others.
 */
export function rows(read, unreadable) {
    return (value, name) => Array.isArray(value)
        ? value.flatMap((row) => {
            try {
                return [read(row, name)];
            }
            catch (error) {
                // The named case: this one row breaks the contract.
                if (!(error instanceof CablechatError))
                    throw error;
                unreadable(error);
                return [];
            }
        })
        : undefined;
}
export function flag(value) {
    return value === true;
}
export function integer(value) {
    return Number.isSafeInteger(value) ? value : null;
}
export function text(value) {
    return typeof value === "string" ? value : null;
}
export function textOrEmpty(value) {
    return text(value) ?? "";
}
/** Ids are strings or numbers in JSON; both work (protocol/README.md, "What the client promises", 8). */
export function optionalId(value) {
    return typeof value === "number" ? String(value) : text(value) || null;
}
export const id = required(optionalId);
export function time(value) {
    const known = textOrEmpty(value);
    return Date.parse(known) >= 0 ? known : undefined;
}
//# sourceMappingURL=shape.js.map