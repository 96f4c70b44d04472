import type { Attachment } from "../core/message.js";
import type { Clock } from "../core/ports.js";
import type { Ask } from "./http.js";
export interface UploadOptions {
    ask: Ask;
    clock: Clock;
    signal: AbortSignal;
}
/**
 * Uploads one file (protocol/README.md, "Uploads").
 *
 * @returns its id, for the message that is to have it
 * @throws CablechatError `payload_too_large`, `unsupported_media_type`; `file_unreadable` where the file has gone or was
 * changed since it was chosen; else as `Http.request` does
 */
export declare function upload(file: Attachment, { ask, clock, signal }: UploadOptions): Promise<string>;
