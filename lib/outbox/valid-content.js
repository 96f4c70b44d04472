import { validBody } from "./valid-body.js";
/**
 * What a visitor sends: the text without the white space around it, and the files as what a message shows of them until
 * the backend has them. Whether the webchat takes them is looked at before they are uploaded (`send-files.ts`).
 *
 * @throws CablechatError `invalid`, with `fields.body`: empty without a file, or longer than 10,000 characters
 */
export function validContent(text, files = []) {
    return {
        body: validBody(text, files.length > 0),
        files: files.map((blob) => {
            const { name, type: contentType, size: sizeBytes } = blob;
            return { id: "", name, contentType, sizeBytes, url: "", width: null, height: null, blob };
        }),
    };
}
//# sourceMappingURL=valid-content.js.map