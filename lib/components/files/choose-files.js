import { MAX_FILES, refusalOf } from "../../core/refusal-of.js";
import { fileStrings } from "../../locales/en.js";
import { formatSize } from "./format-size.js";
/** What is chosen with `more` added to it, as far as it can be sent, and why the rest cannot, in words. */
export function chooseFiles(chosen, more, limits, locale) {
    const files = [...chosen];
    const complaints = [];
    const largest = formatSize(limits.maxBytes ?? 0, locale);
    for (const file of more) {
        const refusal = refusalOf(file, limits);
        if (refusal)
            complaints.push(fileStrings.refused(refusal, file.name, largest));
        else
            files.push(file);
    }
    if (files.length > MAX_FILES)
        complaints.push(fileStrings.tooMany(MAX_FILES));
    return { files: files.slice(0, MAX_FILES), complaint: complaints.join(" ") || null };
}
//# sourceMappingURL=choose-files.js.map