/** The most files a message may have (protocol/README.md, "Limits"). */
export const MAX_FILES = 10;
/** @returns `null` where it can be sent, as far as is known */
export function refusalOf({ size, type }, { maxBytes, accept }) {
    if (!size)
        return "empty";
    if (size > (maxBytes ?? size))
        return "too large";
    // A type may come with parameters.
    const fits = accept.length === 0 || accept.some((each) => type.startsWith(each.replace(/\*.*/, "")));
    return fits ? null : "of another type";
}
//# sourceMappingURL=refusal-of.js.map