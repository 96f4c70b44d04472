import type { Ask } from "./api/http.ts";
import { upload } from "./api/upload.ts";
import { CablechatError } from "./core/errors.ts";
import type { Attachment, Message } from "./core/message.ts";
import { outcomeOf } from "./core/outcome.ts";
import type { Clock, RecordStorage } from "./core/ports.ts";
import { MAX_FILES, refusalOf } from "./core/refusal-of.ts";
import type { OutgoingMessage, Uploads } from "./core/webchat.ts";
import type { OutboxEntry } from "./outbox/outbox-entry.ts";
import { invalid } from "./outbox/valid-body.ts";

export interface SendFilesOptions {
  /** As the visitor, under the session that stands. */
  ask: Ask;
  /** Sends the message that names the uploads. */
  post: (message: OutgoingMessage) => Promise<Message>;
  clock: Clock;
  storage: Pick<RecordStorage<OutboxEntry>, "all"> | null;
  signal: AbortSignal;
  /** Makes a session where there is none: another request may have found it ended just now, between two files. */
  signIn: () => Promise<void>;
  /** What the webchat takes, as far as the settings are known; else the backend says what it does not take. */
  uploads: Uploads | null | undefined;
  keep: (changed: OutgoingMessage) => Promise<void>;
}

/** A backend that has given ids and does not know them, so often in a row, will not know the next ones either. */
const MAX_ANEW = 2;

/**
 * Uploads what is not uploaded yet, one after the other, then sends the message that names them. The id of each upload
 * is stored as soon as it is known: a retry, another tab and the next page do not upload the file again.
 *
 * An id may be worth nothing any more: nobody attached the upload for a day, or its session has ended. The backend says
 * so, and the files are uploaded anew (protocol/README.md, "What the client promises", 9).
 *
 * @throws CablechatError as the calls do; `file_unreadable`; `invalid`, with `fields.attachments`: more than 10 files, or one
 * that is empty, too large, or of a type the webchat does not take
 */
export async function sendFiles(message: OutgoingMessage, options: SendFilesOptions): Promise<Message> {
  const { post, signal, signIn, keep } = options;
  const files = await asStored(message, options);
  assertTaken(files, options.uploads);
  const keepAsIs = async () => {
    // Given up meanwhile: it must not come back.
    if (signal.aborted) throw new CablechatError("aborted", "The message was given up.", { retryable: true });
    await keep({ ...message, files: [...files] });
  };
  for (let anew = 0; ; anew += 1) {
    for (const [index, file] of files.entries()) {
      if (file.id) continue;
      await signIn();
      files[index] = { ...file, id: await upload(file, options) };
      await keepAsIs();
    }
    await signIn();
    const outcome = await outcomeOf(post({ ...message, attachments: files.map(({ id }) => id) }));
    if (!(outcome instanceof CablechatError)) return outcome;
    if (anew >= MAX_ANEW || !isOfAttachments(outcome)) throw outcome;
    for (const [index, file] of files.entries()) files[index] = { ...file, id: "" };
    await keepAsIs();
  }
}

/** Nothing is uploaded for a message that cannot go. */
function assertTaken(files: readonly Attachment[], uploads: Uploads | null | undefined): void {
  if (files.length > MAX_FILES) throw invalid("attachments", `are more than ${MAX_FILES}.`);
  for (const { name, blob = new Blob() } of files) {
    const refusal = uploads && refusalOf(blob, uploads);
    if (refusal) throw invalid("attachments", `have one that is ${refusal}: ${name}`);
  }
}

/**
 * With what another tab has uploaded already, and with the browser's own copies: a file that is changed on the disk
 * after it was chosen can only be read from there.
 */
async function asStored(
  { clientId, files = [] }: OutgoingMessage,
  { storage }: SendFilesOptions,
): Promise<Attachment[]> {
  // Where nothing can be stored, what is at hand is all there is.
  const [found] = await Promise.allSettled([storage?.all() ?? []]);
  const entries = found.status === "fulfilled" ? found.value : [];
  const stored = entries.find((entry) => entry.message.clientId === clientId)?.message.files;
  return files.map((file, index) => ({
    ...file,
    id: file.id || stored?.[index]?.id || "",
    blob: stored?.[index]?.blob ?? file.blob,
  }));
}

function isOfAttachments({ code, fields }: CablechatError): boolean {
  return code === "invalid" && Object.keys(fields).some((field) => field.startsWith("attachments"));
}
