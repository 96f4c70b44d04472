import type { Uploads } from "../../core/webchat.js";
/** What is chosen with `more` added to it, as far as it can be sent, and why the rest cannot, in words. */
export declare function chooseFiles(chosen: readonly File[], more: Iterable<File>, limits: Uploads, locale: string): {
    files: readonly File[];
    complaint: string | null;
};
