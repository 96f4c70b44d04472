import type { OutgoingMessage } from "../core/webchat.js";
/**
 * What a visitor sends: the text without the white space around it, and the files as what a message shows of them until
 * the backend has them. Whether the webchat takes them is looked at before they are uploaded (`send-files.ts`).
 *
 * @throws CablechatError `invalid`, with `fields.body`: empty without a file, or longer than 10,000 characters
 */
export declare function validContent(text: string, files?: readonly File[]): Pick<OutgoingMessage, "body" | "files">;
