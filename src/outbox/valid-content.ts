import { MAX_FILES, refusalOf } from "../core/refusal-of.ts";
import type { OutgoingMessage, Uploads } from "../core/webchat.ts";
import { invalid, validBody } from "./valid-body.ts";

/**
 * What a visitor sends: the text without the white space around it, and the files as what a message shows of them until
 * the backend has them.
 *
 * @param uploads as far as the settings are known; else the backend says what it does not take
 * @throws CablechatError `invalid`, with `fields.body`: empty without a file, or longer than 10,000 characters; with
 * `fields.attachments`: more than 10 files, or one that is empty, too large, or of a type the webchat does not take
 */
export function validContent(
  text: string,
  files: Iterable<File> = [],
  uploads?: Uploads | null,
): Pick<OutgoingMessage, "body" | "files"> {
  const all = [...files];
  if (all.length > MAX_FILES) throw invalid("attachments", `are more than ${MAX_FILES}.`);
  return {
    body: validBody(text, all.length > 0),
    files: all.map((blob) => {
      const { name, type: contentType, size: sizeBytes } = blob;
      const refusal = uploads && refusalOf(blob, uploads);
      if (refusal) throw invalid("attachments", `have one that is ${refusal}: ${name}`);
      return { id: "", name, contentType, sizeBytes, url: "", width: null, height: null, blob };
    }),
  };
}
