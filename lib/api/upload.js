import { CablechatError } from "../core/errors.js";
import { outcomeOf } from "../core/outcome.js";
import { id, shape } from "./shape.js";
/** Nothing is heard of an upload until its end: it may take as long as its size does on a line as slow as this. */
const SLOWEST_BYTES_PER_MS = 16;
/** And so long for the way there and for the backend's work. */
const ANSWER_MS = 30_000;
/**
 * Uploads one file (protocol/README.md, "Uploads").
 *
 * @returns its id, for the message that is to have it
 * @throws CablechatError `payload_too_large`, `unsupported_media_type`; `file_unreadable` where the file has gone or was
 * changed since it was chosen; else as `Http.request` does
 */
export async function upload(file, { ask, clock, signal }) {
    const { name, sizeBytes, blob = new Blob() } = file;
    const form = new FormData();
    form.append("file", blob, name);
    const controller = new AbortController();
    const giveUp = () => controller.abort();
    const cancelTimeout = clock.setTimeout(giveUp, ANSWER_MS + sizeBytes / SLOWEST_BYTES_PER_MS);
    signal.addEventListener("abort", giveUp);
    if (signal.aborted)
        giveUp();
    const answer = await outcomeOf(ask("POST", "/uploads", controller.signal, form));
    cancelTimeout();
    signal.removeEventListener("abort", giveUp);
    if (!(answer instanceof CablechatError))
        return shape({ id })(answer).id;
    // To `fetch` a file that cannot be read looks like a network that is down, and would be tried for ever.
    if (answer.code !== "network" || (await isReadable(blob)))
        throw answer;
    const complaint = `${name} can no longer be read. Choose it again.`;
    throw new CablechatError("file_unreadable", complaint, { cause: answer, fields: { attachments: [complaint] } });
}
async function isReadable(blob) {
    const [read] = await Promise.allSettled([blob.slice(0, 1).arrayBuffer()]);
    return read.status === "fulfilled";
}
//# sourceMappingURL=upload.js.map