import type { IncomingMessage } from "node:http";
import { invalidField, Problem } from "./problem.ts";
import { readBytes } from "./request-body.ts";

export interface UploadedFile {
  readonly name: string;
  /** As the client says; to be checked against the bytes. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** Boundaries and headers around one file, in bytes. */
const OVERHEAD = 16 * 1024;

/**
 * The field `file` of a multipart/form-data body (RFC 7578).
 *
 * @throws Problem `unsupported_media_type`, `payload_too_large`, `invalid`
 */
export async function readFile(incoming: IncomingMessage, maxBytes: number): Promise<UploadedFile> {
  const contentType = incoming.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(contentType)) {
    throw new Problem("unsupported_media_type", "Send multipart/form-data with the field file.");
  }
  const body = await readBytes(incoming, maxBytes + OVERHEAD);
  const file = await parse(contentType, body);
  if (file.size === 0) throw invalidField("file", "is empty");
  if (file.size > maxBytes) throw new Problem("payload_too_large", `A file may have ${maxBytes} bytes.`);
  return { name: file.name, contentType: file.type, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Node's own parser (the one of `fetch`) does the reading. */
async function parse(contentType: string, body: Buffer): Promise<File> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { "Content-Type": contentType } }).formData();
  } catch (error) {
    // The named case: a body that is no multipart, or breaks off.
    if (!(error instanceof TypeError)) throw error;
    throw invalidField("file", "could not be read; send multipart/form-data");
  }
  const file = form.get("file");
  if (!(file instanceof File)) throw invalidField("file", "is missing");
  return file;
}
